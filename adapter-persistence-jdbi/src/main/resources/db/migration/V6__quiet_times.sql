-- When people want no reminder: every day between two times of their own clocks, and until the end of a pause.
create table quiet_time (
    tenant_id    uuid not null,
    person_id    uuid not null,
    from_time    time,
    until_time   time,
    zone         text,
    paused_until timestamptz,
    primary key (tenant_id, person_id),
    check (num_nonnulls(from_time, until_time, zone) in (0, 3))
);

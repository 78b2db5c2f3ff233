-- The last Preflight of each tenant
create table preflight (
    tenant_id       uuid        not null primary key,
    checked_at      timestamptz not null,
    asker_tenant_id uuid,
    asker_id        uuid,
    calls           integer     not null check (calls >= 0),
    check (num_nonnulls(asker_tenant_id, asker_id) in (0, 2))
);

create table preflight_finding (
    tenant_id uuid    not null,
    place     integer not null,
    checked   text    not null,
    verdict   text    not null,
    what      text    not null,
    expected  text    not null,
    found     text    not null,
    since     timestamptz,
    primary key (tenant_id, place)
);

-- What failed that had passed before, and when somebody was told
create table preflight_drift (
    tenant_id uuid        not null,
    found_at  timestamptz not null,
    checks    text[]      not null check (cardinality(checks) >= 1),
    told_at   timestamptz,
    primary key (tenant_id, found_at)
);

create index preflight_drift_untold on preflight_drift (found_at) where told_at is null;

-- By which is known whether a tenant uses Lark today anyway
create table lark_day (
    tenant_id   uuid    not null primary key,
    day         date    not null,
    used_before integer not null,
    inspected   boolean not null
);

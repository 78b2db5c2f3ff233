-- When people of the provider are not on duty, whatever is planned
create table absence (
    tenant_id uuid        not null,
    person_id uuid        not null,
    from_at   timestamptz not null,
    until_at  timestamptz not null check (until_at > from_at),
    reason    text,
    primary key (tenant_id, person_id, from_at)
);
create index absence_end on absence (tenant_id, until_at);

-- Whose roster is planned in the console, and no more by the bootstrap file. Rosters that were planned in it before are not known
create table roster_planned (
    tenant_id uuid not null primary key
);

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

-- What people of the provider are told in Lark apart from conversations and Emergencies
create table notice (
    tenant_id         uuid        not null,
    notice_id         uuid        not null,
    person_id         uuid        not null,
    kind              text        not null check (kind in ('UNSTAFFED', 'DRIFTED', 'ACTIVATED', 'TIGHTENED')),
    about_tenant_id   uuid,
    about_at          timestamptz,
    lines             text[]      not null,
    attempts          integer     not null check (attempts >= 0),
    first_at          timestamptz,
    due_at            timestamptz,
    ended             text,
    ended_at          timestamptz,
    primary key (tenant_id, notice_id),
    check (num_nonnulls(due_at, ended) = 1),
    check (num_nonnulls(ended, ended_at) in (0, 2))
);
create index notice_due on notice (due_at) where due_at is not null;

-- Of which gaps in the roster somebody was told; whoever looks locks the first
create table gap_look (
    tenant_id uuid not null primary key,
    told_at   timestamptz
);
create table gap_told (
    tenant_id uuid        not null,
    role      text        not null,
    from_at   timestamptz not null,
    until_at  timestamptz not null check (until_at > from_at),
    open      boolean     not null,
    primary key (tenant_id, role, from_at, until_at)
);

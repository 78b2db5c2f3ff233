-- When people work. Of each calendar, what holds, and what the bootstrap file said last
create table business_calendar (
    tenant_id     uuid   not null, -- the provider's
    name          text   not null,
    source        text   not null check (source in ('DESK', 'FILE')),
    version       bigint not null check (version >= 1),
    zone          text   not null,
    weekdays      text[] not null, -- of each time that people work, in order
    starts        text[] not null,
    ends          text[] not null, -- midnight is the end of the day
    holidays      text[] not null,
    holiday_names text[] not null,
    primary key (tenant_id, name, source),
    check (cardinality(weekdays) >= 1),
    check (cardinality(weekdays) = cardinality(starts) and cardinality(weekdays) = cardinality(ends)),
    check (cardinality(holidays) = cardinality(holiday_names))
);

-- The same of each plan, and what it promises of tickets: by severity, in milliseconds of working time, 0 for nothing
alter table support_plan
    add source          text not null default 'DESK' check (source in ('DESK', 'FILE')),
    add version         bigint not null default 1 check (version >= 1),
    add reminder_window bigint check (reminder_window >= 600000),
    add calendar        text,
    add warn_at_percent integer check (warn_at_percent between 1 and 99),
    add severities      integer[] not null default '{}',
    add responses       bigint[] not null default '{}',
    add resolutions     bigint[] not null default '{}',
    add check (num_nonnulls(calendar, warn_at_percent) in (0, 2)),
    add check (cardinality(severities) = cardinality(responses) and cardinality(severities) = cardinality(resolutions)),
    drop constraint support_plan_pkey,
    add primary key (tenant_id, name, source);

-- How long the service team has taken of what was promised. All times are milliseconds of working time
create table ticket_clock (
    tenant_id       uuid    not null,
    group_id        uuid    not null,
    severity        integer not null,
    calendar        text    not null,
    response        bigint  check (response > 0),
    resolution      bigint  check (resolution > 0),
    warn_at_percent integer not null check (warn_at_percent between 1 and 99),
    used            bigint  not null check (used >= 0),
    running_since   timestamptz,
    responded       bigint,
    resolved        bigint,
    told            text[]  not null,
    response_due    timestamptz,
    resolution_due  timestamptz,
    alert_at        timestamptz,
    -- For reports: whether it was kept; null while it is not known, and where nothing was promised
    response_met    boolean generated always as (responded < response) stored,
    resolution_met  boolean generated always as (resolved < resolution) stored,
    primary key (tenant_id, group_id)
);
create index ticket_clock_alert on ticket_clock (alert_at) where alert_at is not null;
create index ticket_clock_running on ticket_clock (calendar) where running_since is not null;

alter table notice
    drop constraint notice_kind_check,
    add constraint notice_kind_check check (kind in ('UNSTAFFED', 'DRIFTED', 'ACTIVATED', 'TIGHTENED', 'DUE'));

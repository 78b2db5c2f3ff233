-- The ledger by day and by what the calls were for; of a month that was counted before, call_budget has more than these
create table call_made (
    tenant_id uuid    not null,
    day       date    not null,
    purpose   text    not null,
    calls     integer not null check (calls >= 0),
    primary key (tenant_id, day, purpose)
) with (fillfactor = 20); -- as call_budget, it is updated with every call

create table call_saved (
    tenant_id uuid    not null,
    day       date    not null,
    saving    text    not null,
    calls     integer not null check (calls >= 0),
    primary key (tenant_id, day, saving)
) with (fillfactor = 20);

-- At which steps a budget stood in a month, and when somebody was told; told_at is also set where nobody is to be told
create table budget_step (
    tenant_id uuid        not null,
    month     date        not null check (extract(day from month) = 1),
    step      text        not null,
    first_at  timestamptz not null,
    last_at   timestamptz not null check (last_at >= first_at),
    told_at   timestamptz,
    primary key (tenant_id, month, step)
);

create index budget_step_month on budget_step (month);
create index budget_step_untold on budget_step (first_at) where told_at is null;

create table allowance_change (
    tenant_id        uuid        not null,
    change           bigint      not null generated always as identity, -- the order of those made at the same instant
    changed_at       timestamptz not null,
    person_tenant_id uuid        not null,
    person_id        uuid        not null,
    edition_before   text        not null,
    allowance_before integer     not null check (allowance_before >= 0),
    edition_after    text        not null,
    allowance_after  integer     not null check (allowance_after >= 0),
    reason           text        not null,
    primary key (tenant_id, change)
);

-- How often the people of a tenant are mentioned
create index mention_of_tenant on mention (person_tenant_id, mentioned_at);

-- That a customer asked for speed: one row for each line in a ticket's group that says so
create table ticket_reminder (
    tenant_id         uuid        not null,
    group_id          uuid        not null,
    seq               bigint      not null,
    presser_tenant_id uuid        not null,
    presser_id        uuid        not null,
    pressed_at        timestamptz not null,
    client_id         uuid        not null,
    told_tenant_id    uuid        not null,
    told_id           uuid        not null,
    tam_tenant_id     uuid,
    tam_id            uuid,
    delivery          text        not null,
    read_at           timestamptz,
    look_at           timestamptz, -- when to look what has become of it; null: not any more
    primary key (tenant_id, group_id, seq),
    constraint ticket_reminder_client_id unique (tenant_id, group_id, presser_id, client_id),
    check (num_nonnulls(tam_tenant_id, tam_id) in (0, 2))
) with (fillfactor = 70);

create index ticket_reminder_look on ticket_reminder (look_at) where look_at is not null;

-- The policy is the support plan's as it was at the start: levels and times of its steps side by side
create table emergency (
    tenant_id          uuid        not null,
    group_id           uuid        not null,
    emergency_id       uuid        not null,
    starter_tenant_id  uuid        not null,
    starter_id         uuid        not null,
    started_at         timestamptz not null,
    reason             text        not null,
    impact             text        not null,
    client_id          uuid        not null,
    levels             text[]      not null,
    acknowledge_within bigint[]    not null, -- milliseconds
    rounds             integer     check (rounds >= 1),
    confirm_every      bigint      not null check (confirm_every > 0), -- milliseconds
    version            bigint      not null check (version >= 1),
    steps              integer     not null check (steps >= 0),
    state              text        not null,
    paging_from        integer,
    since              timestamptz,
    holder_tenant_id   uuid, -- who acknowledged, or ended it
    holder_id          uuid,
    firm               boolean,
    helper_tenant_ids  uuid[]      not null,
    helper_ids         uuid[]      not null,
    word               text,
    due_at             timestamptz, -- when something happens by itself
    late               boolean     not null, -- whether the watchdog has noted that it did not
    noted_at           timestamptz not null, -- far in the future once the clock was set back
    back_tenant_id     uuid,
    back_id            uuid,
    back_at            timestamptz,
    primary key (tenant_id, group_id, emergency_id),
    check (cardinality(levels) between 1 and 10 and cardinality(levels) = cardinality(acknowledge_within)),
    check (cardinality(helper_tenant_ids) = cardinality(helper_ids)),
    check (num_nonnulls(back_tenant_id, back_id, back_at) in (0, 3)),
    check (case state
        when 'PAGING' then num_nonnulls(paging_from, due_at) = 2 and since is null
        when 'UNANSWERED' then since is not null and due_at is null
        when 'ACKNOWLEDGED' then num_nonnulls(holder_tenant_id, holder_id, since, firm, due_at) = 5
        when 'ENDED' then num_nonnulls(holder_tenant_id, holder_id, since, word) = 4 and due_at is null
        else false
    end)
) with (fillfactor = 70);

create unique index emergency_one_active on emergency (tenant_id, group_id) where state <> 'ENDED';
create index emergency_last on emergency (tenant_id, group_id, started_at);
create index emergency_starter on emergency (starter_tenant_id, starter_id, started_at);
create index emergency_due on emergency (due_at) where due_at is not null;
create index emergency_noted on emergency (noted_at) where due_at is not null;
-- for the console, which looks at all tenants
create index emergency_active on emergency (started_at, emergency_id) where state <> 'ENDED';

create table emergency_declaration (
    tenant_id        uuid        not null,
    group_id         uuid        not null,
    emergency_id     uuid        not null,
    person_tenant_id uuid        not null,
    person_id        uuid        not null,
    client_id        uuid        not null,
    declared_at      timestamptz not null,
    reason           text        not null,
    impact           text        not null,
    arrival          bigint      not null generated always as identity, -- the order of those who came at the same instant
    primary key (tenant_id, group_id, person_tenant_id, person_id, client_id)
);

create index emergency_declarations on emergency_declaration (tenant_id, group_id, emergency_id);

create table page (
    tenant_id        uuid        not null,
    group_id         uuid        not null,
    emergency_id     uuid        not null,
    page_id          uuid        not null,
    kind             text        not null,
    number           bigint      not null,
    level            integer     not null,
    person_tenant_id uuid        not null,
    person_id        uuid        not null,
    arrival          bigint      not null generated always as identity,
    state            text        not null,
    attempt          integer     check (attempt >= 1),
    first_at         timestamptz,
    receipt          text,
    update_tries     integer,
    outcome          text,
    ended_at         timestamptz, -- since when it is sent, or over
    due_at           timestamptz,
    noted_at         timestamptz not null,
    primary key (tenant_id, group_id, emergency_id, page_id),
    constraint page_once unique (tenant_id, group_id, emergency_id, kind, number, person_tenant_id, person_id),
    check (case state
        when 'WAITING' then due_at is not null
        when 'SENDING' then num_nonnulls(attempt, first_at, due_at) = 3
        when 'SENT' then num_nonnulls(receipt, ended_at) = 2 and num_nonnulls(update_tries, due_at) in (0, 2)
        when 'OVER' then num_nonnulls(outcome, ended_at) = 2 and due_at is null
        else false
    end)
) with (fillfactor = 70);

create index page_due on page (due_at) where due_at is not null;
create index page_noted on page (noted_at) where due_at is not null;

-- Every key starts with the tenant whose data the row is: a customer's, or the provider's own. So one tenant's rows can live on one
-- shard, and row-level security can compare one column. Where a row is of a group and of a person, both tenants are kept, because
-- staff are people of the provider's tenant. No foreign key leads from one tenant to another, or between rows that need not live on
-- the same shard.

create table tenant (
    tenant_id    uuid    not null primary key,
    kind         text    not null check (kind in ('CUSTOMER', 'PROVIDER')),
    organisation text    not null,
    app_id       text    not null,
    brand        text    not null,
    secret       text    not null,
    edition      text    not null,
    allowance    integer not null check (allowance >= 0),
    plan         text    not null,
    state        text    not null,
    tenant_key   text,
    constraint tenant_app unique (app_id)
);

create unique index tenant_one_provider on tenant (kind) where kind = 'PROVIDER';

create table person (
    tenant_id  uuid not null,
    person_id  uuid not null,
    open_id    text not null,
    name       text not null,
    latin_name text,
    avatar     text,
    language   text not null,
    role       text,
    primary key (tenant_id, person_id),
    constraint person_open_id unique (tenant_id, open_id)
);

create index person_staff on person (tenant_id) where role is not null;

create table session (
    tenant_id   uuid        not null,
    person_id   uuid        not null,
    session_key bytea       not null check (length(session_key) = 32),
    opened_at   timestamptz not null,
    seen_at     timestamptz not null,
    expires_at  timestamptz not null,
    primary key (tenant_id, person_id, session_key),
    -- a browser brings nothing but the key
    constraint session_key unique (session_key)
);

create index session_expires on session (expires_at);

create table service_group (
    tenant_id uuid        not null,
    group_id  uuid        not null,
    name      text        not null,
    plan      text        not null,
    bound_at  timestamptz not null,
    primary key (tenant_id, group_id),
    constraint service_group_one unique (tenant_id)
);

-- The counter row of a group: whoever appends or changes locks it, so that places and revisions are given in the order of commits.
create table conversation (
    tenant_id uuid   not null,
    group_id  uuid   not null,
    last_seq  bigint not null default 0,
    revision  bigint not null default 0,
    primary key (tenant_id, group_id),
    check (last_seq >= 0 and revision >= last_seq)
) with (fillfactor = 20); -- it is updated with every post: room for many versions in the page, and no index entry for any

create table member (
    tenant_id        uuid        not null,
    group_id         uuid        not null,
    person_tenant_id uuid        not null,
    person_id        uuid        not null,
    joined_at        timestamptz not null,
    left_at          timestamptz,
    arrival          bigint      not null generated always as identity, -- the order of those who came at the same instant
    primary key (tenant_id, group_id, person_tenant_id, person_id)
);

create index member_present on member (person_tenant_id, person_id) where left_at is null;

create table message (
    tenant_id        uuid        not null,
    group_id         uuid        not null,
    seq              bigint      not null check (seq >= 1),
    revision         bigint      not null check (revision >= seq),
    posted_at        timestamptz not null,
    kind             text        not null,
    author_tenant_id uuid,
    author_id        uuid,
    client_id        uuid,
    body             text,
    changed_at       timestamptz, -- of words: the last edit; of deleted words: when they were taken back
    event            text,
    about_tenant_id  uuid,
    about_id         uuid,
    primary key (tenant_id, group_id, seq),
    check (case kind
        when 'WORDS' then num_nonnulls(author_tenant_id, author_id, client_id, body) = 4
        when 'DELETED' then num_nonnulls(author_tenant_id, author_id, client_id, changed_at) = 4 and body is null
        when 'NOTICE' then num_nonnulls(event, about_tenant_id, about_id) = 3 and body is null
        else false
    end)
);

create unique index message_client_id on message (tenant_id, group_id, author_id, client_id) where client_id is not null;
create index message_revision on message (tenant_id, group_id, revision);

create table read_cursor (
    tenant_id        uuid   not null,
    group_id         uuid   not null,
    person_tenant_id uuid   not null,
    person_id        uuid   not null,
    up_to            bigint not null check (up_to >= 0),
    primary key (tenant_id, group_id, person_tenant_id, person_id)
) with (fillfactor = 70);

create table presence (
    tenant_id        uuid        not null,
    group_id         uuid        not null,
    person_tenant_id uuid        not null,
    person_id        uuid        not null,
    looking_until    timestamptz not null,
    primary key (tenant_id, group_id, person_tenant_id, person_id)
) with (fillfactor = 70);

create table mention (
    tenant_id        uuid        not null,
    group_id         uuid        not null,
    seq              bigint      not null,
    person_tenant_id uuid        not null,
    person_id        uuid        not null,
    mentioned_at     timestamptz not null,
    read_from        bigint      not null, -- where the person's cursor must be for the mention to count as read
    reminder_id      uuid,                 -- the reminder that covers it
    decided_at       timestamptz,
    confirmed        boolean,              -- reminded: whether Lark acknowledged it
    reason           text,                 -- not reminded: why
    primary key (tenant_id, group_id, seq, person_tenant_id, person_id),
    check (num_nonnulls(confirmed, reason) = num_nonnulls(decided_at)),
    check (confirmed is null or reminder_id is not null)
);

create index mention_pending on mention (person_tenant_id, person_id, mentioned_at, seq, tenant_id, group_id)
    where reminder_id is null and decided_at is null;
create index mention_covered on mention (person_tenant_id, person_id, reminder_id)
    where reminder_id is not null and decided_at is null;

-- One row a person. Free: not_before says from when on it may be taken. Held: the other four say by what, and until when.
create table permit (
    tenant_id   uuid not null,
    person_id   uuid not null,
    not_before  timestamptz,
    reminder_id uuid,
    attempt     integer check (attempt >= 1),
    taken_at    timestamptz,
    deadline    timestamptz,
    due_at      timestamptz, -- when the person is looked at next; null: not until woken
    noted_at    timestamptz not null, -- when due_at was noted: far in the future once the clock was set back
    primary key (tenant_id, person_id),
    check (num_nonnulls(reminder_id, attempt, taken_at, deadline) = case when not_before is null then 4 else 0 end)
);

create index permit_due on permit (due_at) where due_at is not null;
create index permit_noted on permit (noted_at) where due_at is not null;

create table call_budget (
    tenant_id uuid    not null,
    month     date    not null check (extract(day from month) = 1),
    used      integer not null default 0 check (used >= 0),
    saved     integer not null default 0 check (saved >= 0),
    exhausted boolean not null default false,
    primary key (tenant_id, month)
) with (fillfactor = 20);

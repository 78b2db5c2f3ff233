-- Systems of the provider that are told of events
create table webhook_endpoint (
    tenant_id       uuid        not null,
    endpoint_id     uuid        not null,
    url             text        not null,
    types           text[]      not null,
    secret          text        not null, -- sealed
    retiring_secret text,                 -- sealed
    retiring_until  timestamptz,
    added_at        timestamptz not null,
    stopped_at      timestamptz,
    primary key (tenant_id, endpoint_id),
    check (num_nonnulls(retiring_secret, retiring_until) in (0, 2))
);

-- Each event on its way to each endpoint, and afterwards for the log
create table webhook_delivery (
    tenant_id          uuid        not null,
    event_id           uuid        not null,
    endpoint_id        uuid        not null,
    type               text        not null,
    customer_tenant_id uuid,
    ticket_id          uuid,
    happened_at        timestamptz not null,
    attempts           integer     not null check (attempts >= 0),
    due_at             timestamptz,
    ended              text,
    primary key (tenant_id, event_id),
    check (num_nonnulls(due_at, ended) = 1),
    check (num_nonnulls(customer_tenant_id, ticket_id) in (0, 2))
);
create index webhook_delivery_due on webhook_delivery (due_at) where due_at is not null;
create index webhook_delivery_log on webhook_delivery (tenant_id, endpoint_id, happened_at);
create index webhook_delivery_over on webhook_delivery (happened_at) where due_at is null;

create table webhook_attempt (
    tenant_id uuid        not null,
    event_id  uuid        not null,
    attempt   bigint      not null generated always as identity, -- the order of those that ended at the same instant
    at        timestamptz not null,
    status    integer,
    millis    bigint      not null check (millis >= 0),
    result    text        not null,
    primary key (tenant_id, event_id, attempt),
    foreign key (tenant_id, event_id) references webhook_delivery on delete cascade
);

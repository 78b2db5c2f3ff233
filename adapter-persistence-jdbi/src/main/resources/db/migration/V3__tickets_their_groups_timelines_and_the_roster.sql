-- A ticket's group; its key is the ticket's too.
create table ticket_group (
    tenant_id     uuid        not null,
    group_id      uuid        not null,
    opened_from   uuid        not null,
    ticket_number bigint      not null,
    title         text        not null,
    opened_at     timestamptz not null,
    closed_at     timestamptz,
    primary key (tenant_id, group_id)
);

-- Members of closed groups stay members; what a person has to look at every day does not grow with them.
alter table member add shelved boolean not null default false;
drop index member_present;
create index member_present on member (person_tenant_id, person_id) where left_at is null and not shelved;

-- One counter for all tenants. A number that is rolled back stays used.
create sequence ticket_number start 1001;

create table ticket (
    tenant_id          uuid        not null,
    group_id           uuid        not null,
    opened_from        uuid        not null,
    ticket_number      bigint      not null,
    title              text        not null,
    description        text        not null,
    product            text,
    severity           smallint    not null check (severity between 1 and 4),
    state              text        not null check (state in ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER', 'RESOLVED', 'CLOSED')),
    opener_tenant_id   uuid        not null,
    opener_id          uuid        not null,
    client_id          uuid        not null,
    engineer_tenant_id uuid,
    engineer_id        uuid,
    version            bigint      not null check (version >= 1),
    opened_at          timestamptz not null,
    changed_at         timestamptz not null,
    active_at          timestamptz not null,
    resolved_at        timestamptz,
    closed_at          timestamptz,
    resolution         text,
    stars              smallint    check (stars between 1 and 5),
    rating_word        text,
    primary key (tenant_id, group_id),
    constraint ticket_client_id unique (tenant_id, opened_from, opener_id, client_id),
    -- people bring nothing but the number
    constraint ticket_number_once unique (ticket_number),
    check (num_nonnulls(engineer_tenant_id, engineer_id) in (0, 2)),
    check (num_nonnulls(stars, rating_word) in (0, 2))
) with (fillfactor = 70);

-- Lists are put together of one list for each state, each of which an index gives in order
create index ticket_of_group_active on ticket (tenant_id, opened_from, state, active_at, ticket_number);
create index ticket_of_group_number on ticket (tenant_id, opened_from, state, ticket_number);
create index ticket_of_group_severity on ticket (tenant_id, opened_from, state, severity, ticket_number);
create index ticket_of_engineer_active on ticket (engineer_tenant_id, engineer_id, state, active_at, ticket_number);
create index ticket_of_engineer_number on ticket (engineer_tenant_id, engineer_id, state, ticket_number);
create index ticket_of_engineer_severity on ticket (engineer_tenant_id, engineer_id, state, severity, ticket_number);
create index ticket_silent on ticket (active_at) where state = 'RESOLVED';

-- How many tickets were opened from a service group, and are in which state; counted with each change
create table ticket_count (
    tenant_id            uuid    not null,
    group_id             uuid    not null,
    new                  integer not null,
    in_progress          integer not null,
    waiting_for_customer integer not null,
    resolved             integer not null,
    closed               integer not null,
    primary key (tenant_id, group_id)
) with (fillfactor = 50);

-- The same for whoever of the service team has them; the tenant is the provider
create table workload (
    tenant_id            uuid    not null,
    person_id            uuid    not null,
    new                  integer not null default 0,
    in_progress          integer not null default 0,
    waiting_for_customer integer not null default 0,
    resolved             integer not null default 0,
    closed               integer not null default 0,
    assigned_at          timestamptz,
    primary key (tenant_id, person_id)
) with (fillfactor = 50);

create table product (
    tenant_id uuid    not null,
    place     integer not null,
    name      text    not null,
    primary key (tenant_id, place)
);

create table shift (
    tenant_id uuid        not null,
    person_id uuid        not null,
    role      text        not null,
    from_at   timestamptz not null,
    until_at  timestamptz not null check (until_at > from_at),
    primary key (tenant_id, person_id, role, from_at)
);
create index shift_end on shift (tenant_id, until_at);

create table timeline_entry (
    tenant_id       uuid        not null,
    group_id        uuid        not null,
    place           bigint      not null check (place >= 1),
    at              timestamptz not null,
    kind            text        not null,
    by_tenant_id    uuid,
    by_id           uuid,
    about_tenant_id uuid,
    about_id        uuid,
    words           text        not null,
    hash            bytea       not null check (length(hash) = 32),
    primary key (tenant_id, group_id, place),
    check (num_nonnulls(by_tenant_id, by_id) in (0, 2)),
    check (num_nonnulls(about_tenant_id, about_id) in (0, 2))
);

-- Where each Timeline ends: whoever appends locks it
create table timeline_end (
    tenant_id uuid   not null,
    group_id  uuid   not null,
    place     bigint not null check (place >= 0),
    hash      bytea  not null check (length(hash) = 32),
    primary key (tenant_id, group_id)
) with (fillfactor = 50);

create function timeline_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a Timeline is never changed';
end
$$;
create trigger timeline_entry_stays before update on timeline_entry for each row execute function timeline_stays();

-- Lines about tickets. Which of the checks of V1 and V2 these replace is seen by their content below
alter table message
    add ticket_id     uuid,
    add ticket_number bigint,
    add ticket_title  text,
    add until_at      timestamptz,
    add detail        text,
    drop constraint message_check1,
    drop constraint message_check3,
    add constraint message_content check (case kind
        when 'WORDS' then num_nonnulls(author_tenant_id, author_id, client_id, body) = 4
        when 'DELETED' then num_nonnulls(author_tenant_id, author_id, client_id, changed_at) = 4 and body is null
        when 'NOTICE' then num_nonnulls(event, about_tenant_id, about_id) = 3 and body is null
        when 'TICKET' then num_nonnulls(event, ticket_id, ticket_number, ticket_title, detail) = 5 and body is null
                       and num_nonnulls(about_tenant_id, about_id) in (0, 2)
        else false
    end),
    add constraint message_by check (by_id is null or kind in ('NOTICE', 'TICKET')),
    add constraint message_ticket check (kind = 'TICKET' or num_nonnulls(ticket_id, ticket_number, ticket_title, until_at, detail) = 0);

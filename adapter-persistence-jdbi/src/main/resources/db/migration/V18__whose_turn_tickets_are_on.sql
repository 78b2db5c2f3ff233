alter table ticket add waiting_since timestamptz; -- since when the customer waits for a word; null while there is nothing to answer
update ticket set waiting_since = opened_at where state = 'NEW';

-- Whose turn it is, and what the queue is ordered by
alter table ticket
    add turn text generated always as (case
        when state in ('NEW', 'IN_PROGRESS') or (state = 'RESOLVED' and waiting_since is not null) then 'SERVICE_TEAM'
        when state in ('WAITING_FOR_CUSTOMER', 'RESOLVED') then 'CUSTOMER'
    end) stored,
    add answered boolean not null generated always as (waiting_since is null) stored,
    add queued_since timestamptz not null generated always as (coalesce(waiting_since, active_at)) stored;

-- Only what is not closed, in the queue's order: of a service group, and of whoever has it
create index ticket_queue_of_group on ticket (tenant_id, opened_from, turn, answered, queued_since, ticket_number)
    where turn is not null;
create index ticket_queue_of_engineer on ticket (engineer_tenant_id, engineer_id, turn, answered, queued_since, ticket_number)
    where turn is not null;

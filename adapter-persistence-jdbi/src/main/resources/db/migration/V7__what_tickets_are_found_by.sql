create extension if not exists btree_gin;

-- What tickets are found by. Part 0 is the title, which all of the service group see; what members of the ticket's group alone see is the
-- description, part -1, and the words of each message, by its place in the sequence.
create table ticket_text (
    tenant_id   uuid     not null,
    group_id    uuid     not null,
    part        bigint   not null check (part >= -1),
    opened_from uuid     not null,
    terms       tsvector not null,
    primary key (tenant_id, group_id, part)
);
create index ticket_text_terms on ticket_text using gin (tenant_id, opened_from, terms);

-- What the service team notes about a ticket for itself. The order is that of writing.
create table note (
    tenant_id        uuid        not null,
    group_id         uuid        not null,
    written          bigint      not null generated always as identity,
    author_tenant_id uuid        not null,
    author_id        uuid        not null,
    client_id        uuid        not null,
    at               timestamptz not null,
    body             text        not null,
    primary key (tenant_id, group_id, written),
    constraint note_client_id unique (tenant_id, group_id, author_tenant_id, author_id, client_id)
);

-- What the service team answers again and again
create table canned_answer (
    tenant_id uuid   not null, -- the provider's
    name      text   not null,
    body      text   not null check (body <> ''),
    version   bigint not null check (version >= 1),
    primary key (tenant_id, name)
);

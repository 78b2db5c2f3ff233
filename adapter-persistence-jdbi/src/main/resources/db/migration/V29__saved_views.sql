-- Views of the queue that people come back to
create table saved_view (
    tenant_id uuid not null,
    person_id uuid not null,
    name      text not null,
    query     text not null,
    primary key (tenant_id, person_id, name)
);

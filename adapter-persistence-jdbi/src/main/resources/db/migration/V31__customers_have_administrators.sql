-- Those of a customer's people who see to the organisation
create table tenant_administrator (
    tenant_id    uuid        not null,
    person_id    uuid        not null,
    by_tenant_id uuid        not null, -- the provider's, or the same
    by_id        uuid        not null,
    appointed_at timestamptz not null,
    primary key (tenant_id, person_id)
);

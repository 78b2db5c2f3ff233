-- Whether a tenant's people become members of its service group at their first sign-in.
alter table tenant add column joins_at_sign_in boolean not null default true;

-- Whose a ticket is on the customer's side: who opened it, until that is handed to a colleague
alter table ticket
    add column owner_tenant_id uuid,
    add column owner_id uuid;

update ticket set owner_tenant_id = opener_tenant_id, owner_id = opener_id;

alter table ticket
    alter column owner_tenant_id set not null,
    alter column owner_id set not null;

-- That a customer is to be deleted, or is being deleted: a row that is gone with the customer
create table deletion (
    tenant_id           uuid        not null primary key check (tenant_id <> '00000000-0000-0000-0000-000000000000'),
    requester_tenant_id uuid        not null,
    requester_id        uuid        not null,
    requested_at        timestamptz not null,
    reason              text        not null,
    due_at              timestamptz not null check (due_at >= requested_at),
    without_export      boolean     not null,
    exported_at         timestamptz,
    begun_at            timestamptz check (begun_at >= due_at),
    look_at             timestamptz not null,
    erased_people       bigint      not null,
    erased_tickets      bigint      not null,
    erased_messages     bigint      not null,
    erased_files        bigint      not null,
    erased_rows         bigint      not null,
    check (begun_at is null or without_export or exported_at is not null)
);
create index deletion_look on deletion (look_at);

-- The audit log of a customer goes with the customer, once its deletion is begun; no other entry is ever changed or deleted. In an if of
-- its own, because there is no old row where a table is truncated.
create or replace function refuse_to_change_audit() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if exists (select from deletion where tenant_id = old.tenant_id and begun_at is not null) then
            return old;
        end if;
    end if;
    raise exception 'the audit log is only added to';
end
$$;

-- What the provider's people and systems are told about a customer
create index notice_about on notice (about_tenant_id) where about_tenant_id is not null;
create index webhook_delivery_about on webhook_delivery (customer_tenant_id) where customer_tenant_id is not null;

alter table notice
    drop constraint notice_kind_check,
    add constraint notice_kind_check check (kind in ('UNSTAFFED', 'DRIFTED', 'ACTIVATED', 'TIGHTENED', 'DUE', 'LEAVING'));

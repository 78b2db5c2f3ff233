-- What staff did. A book is a customer's, or the provider's, whose tenant_id is zeros: it is there before the provider is.
create table audit_end (
    tenant_id uuid   not null primary key,
    place     bigint not null check (place >= 0),
    hash      bytea  not null check (octet_length(hash) = 32)
) with (fillfactor = 50); -- updated with every entry

create table audit_entry (
    tenant_id      uuid        not null,
    place          bigint      not null check (place >= 1),
    at             timestamptz not null,
    actor          text        not null,
    action         text        not null,
    subject        text        not null,
    changed_fields text[]      not null,
    changed_from   text[]      not null, -- '' where there was nothing
    changed_to     text[]      not null, -- '' where there is nothing
    address        text,
    request        text,
    hash           bytea       not null check (octet_length(hash) = 32),
    primary key (tenant_id, place),
    check (cardinality(changed_from) = cardinality(changed_fields)
           and cardinality(changed_to) = cardinality(changed_fields)),
    check ((address is null) = (request is null))
);

-- Newest first: of all books, of some, by somebody, of one kind
create index audit_entry_at on audit_entry (at, tenant_id, place);
create index audit_entry_of_tenant on audit_entry (tenant_id, at, place);
create index audit_entry_by on audit_entry (actor, at, tenant_id, place);
create index audit_entry_of_action on audit_entry (action, at, tenant_id, place);

create function refuse_to_change_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is only added to';
end
$$;

create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function refuse_to_change_audit();
create trigger audit_entries_stay before truncate on audit_entry
    for each statement execute function refuse_to_change_audit();
create trigger audit_end_stays before delete on audit_end
    for each row execute function refuse_to_change_audit();
create trigger audit_ends_stay before truncate on audit_end
    for each statement execute function refuse_to_change_audit();

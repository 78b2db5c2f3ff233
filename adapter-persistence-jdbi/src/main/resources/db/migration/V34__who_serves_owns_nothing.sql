-- Which tickets have texts with the words: the group of each text, at most so many; of all tenants that the transaction may see, if none is
-- named. @@ is not leakproof, so behind a policy PostgreSQL asks the index of the words only after it has read each text of the service
-- group. So this function is asked instead, which keeps the wall itself, for an owner to whom no policy of ticket_text says anything.
-- Planned for the words each time: rare ones are in few texts, others in nearly all.
create function tickets_with(wanted tsquery, of_tenant uuid, of_group uuid, most integer) returns setof uuid
    language plpgsql stable security definer as $$
begin
    return query execute 'select group_id from ticket_text where '
            || case when of_tenant is null then '' else 'tenant_id = $2 and opened_from = $3 and ' end
            || 'terms @@ $1 and ' || tenant_wall() || ' limit $4'
        using wanted, of_tenant, of_group, most;
end
$$;

-- Makes serving the role as which the service works: it may read and write rows, and owns nothing. What is written in the audit log and in
-- Timelines it may not change. Where it is the owner after all, because there is one login, the policies hold it.
create procedure let_serve(serving name) language plpgsql as $$
declare
    here constant oid := (select oid from pg_namespace where nspname = current_schema());
    owner constant oid := (select proowner from pg_proc where proname = 'tickets_with' and pronamespace = here);
    apart constant boolean := not pg_has_role(serving, owner, 'usage');
    object regclass;
    command text;
begin
    -- Nodes start at the same time
    perform pg_advisory_xact_lock(hashtext('larkdesk.let_serve'));
    if apart <> exists (select from pg_policy where polname = 'search' and polrelid = 'ticket_text'::regclass) then
        if apart then
            execute format('create policy search on ticket_text for select to %s using (true)', owner::regrole);
        else
            drop policy search on ticket_text;
        end if;
    end if;
    if not apart then
        return;
    end if;
    if not has_schema_privilege(serving, here, 'usage') then
        execute format('grant usage on schema %I to %I', current_schema(), serving);
    end if;
    for object, command in
        select pg_class.oid, wanted.command
        from pg_class cross join unnest(array['select', 'insert', 'update', 'delete']) as wanted (command)
        where relnamespace = here and relkind = 'r' and relname not like 'flyway%'
          and not (wanted.command = 'update' and relname in ('audit_entry', 'timeline_entry'))
          and not has_table_privilege(serving, pg_class.oid, wanted.command)
    loop
        execute format('grant %s on %s to %I', command, object, serving);
    end loop;
    for object in
        select seqrelid from pg_sequence join pg_class on pg_class.oid = seqrelid
        where relnamespace = here and not has_sequence_privilege(serving, seqrelid, 'usage')
    loop
        execute format('grant usage on sequence %s to %I', object, serving);
    end loop;
end
$$;

do $$
begin
    execute format('alter function tickets_with set search_path = %I, pg_temp', current_schema());
end
$$;

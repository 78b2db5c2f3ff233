-- The second wall behind the tenant predicate of each statement. A transaction says in larkdesk.tenant whose rows it may see and change:
-- those of the tenant with that id; 'all'; or 'none', for somebody of whom is not known yet whose they are. Whoever says nothing sees
-- nothing. The owner is held by it too; who serves does not own the tables, see let_serve.

-- What is true of the rows that a transaction may see and change. The subselects are there so that the setting is read once for each
-- statement; PostgreSQL may evaluate both first, so that no word may fail as a uuid. The case is there so that the planner does not take
-- the wall for a condition that leaves next to nothing.
create function tenant_wall() returns text language sql immutable as $$
    select $wall$case (select current_setting('larkdesk.tenant', true))
        when 'all' then true
        else tenant_id = (select case when current_setting('larkdesk.tenant', true) not in ('all', 'none', '')
                                      then current_setting('larkdesk.tenant', true)::uuid end)
    end$wall$
$$;

-- For each new table with a tenant_id: select wall('its name')
create function wall(walled regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security, force row level security', walled);
    execute format('create policy of_tenant on %s using (%s)', walled, tenant_wall());
end
$$;

-- Lets all see, or also do what else commands says, what of the table is the provider's
create function share_of_provider(shared regclass, variadic commands text[]) returns void language plpgsql as $$
declare
    command text;
    provider constant text := '(tenant_id = (select tenant_id from tenant where kind = ''PROVIDER''))';
begin
    foreach command in array commands loop
        execute format('create policy %I on %s for %s %s %s', 'provider_' || command, shared, command,
            case command when 'insert' then 'with check' else 'using' end, provider);
    end loop;
end
$$;

select wall(walled::regclass)
from unnest(array[
    'absence', 'allowance_change', 'api_token', 'app_change', 'attachment', 'attachment_chunk', 'attachment_thumbnail',
    'attachment_usage', 'audit_end', 'audit_entry', 'budget_step', 'business_calendar', 'call_budget', 'call_made', 'call_saved',
    'canned_answer', 'conversation', 'deletion', 'emergency', 'emergency_declaration', 'former_app', 'gap_look', 'gap_told',
    'invite', 'invite_use', 'kept_answer', 'lark_day', 'member', 'mention', 'message', 'note', 'notice', 'onboarding', 'page',
    'permit', 'person', 'preflight', 'preflight_drift', 'preflight_finding', 'presence', 'product', 'quiet_time', 'read_cursor',
    'roster_planned', 'saved_view', 'service_group', 'session', 'shift', 'support_plan', 'tenant', 'tenant_administrator',
    'ticket', 'ticket_clock', 'ticket_count', 'ticket_group', 'ticket_reminder', 'ticket_text', 'timeline_end', 'timeline_entry',
    'webhook_attempt', 'webhook_delivery', 'webhook_endpoint', 'workload']) as walled;

-- There is no tenant yet when a link is made by which the provider is set up
alter table setup_link enable row level security, force row level security;
create policy of_deployment on setup_link using ((select current_setting('larkdesk.tenant', true)) = 'all');

-- What customers meet of the provider's. Its name, and whether it is in service:
create policy provider_select on tenant for select
    using (kind = 'PROVIDER' and (select current_setting('larkdesk.tenant', true)) <> '');

-- Who are the engineers that write, have a ticket, are mentioned and on duty; when they want no reminder
select share_of_provider('person', 'select');
select share_of_provider('shift', 'select');
select share_of_provider('absence', 'select');
select share_of_provider('quiet_time', 'select');

-- What can be chosen, and is promised
select share_of_provider('product', 'select');
select share_of_provider('support_plan', 'select');
select share_of_provider('business_calendar', 'select');

-- A ticket that is opened or closed is counted for its engineer
select share_of_provider('workload', 'select', 'insert', 'update');

-- A mention wakes the permit of the engineer
select share_of_provider('permit', 'select', 'insert', 'update');

-- What happens in a ticket is told to the provider's people and systems
select share_of_provider('webhook_endpoint', 'select');
select share_of_provider('webhook_delivery', 'insert');
select share_of_provider('notice', 'insert');

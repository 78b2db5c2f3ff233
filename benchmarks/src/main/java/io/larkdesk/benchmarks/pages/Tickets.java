package io.larkdesk.benchmarks.pages;

import io.larkdesk.benchmarks.site.Database;

/** Very many tickets of one customer, seeded by SQL as copies of one that the service itself has made. */
final class Tickets {

    /** One in ten waits for the service team, one in twenty for the customer, the others are closed; one in twenty is the staff's own. */
    private static final String SEED = """
            do $$
            declare
                others jsonb := jsonb_build_object(
                    'group_id', 'gen_random_uuid()',
                    'client_id', 'gen_random_uuid()',
                    'ticket_number', 'nextval(''ticket_number'')',
                    'title', '''Seeded '' || n',
                    'severity', '1 + n %% 4',
                    'state', 'case when n %% 10 = 0 then ''IN_PROGRESS'' when n %% 20 = 5 then ''WAITING_FOR_CUSTOMER'' else ''CLOSED'' end',
                    'engineer_tenant_id', 'case when n %% 20 = 0 then staff.tenant_id end',
                    'engineer_id', 'case when n %% 20 = 0 then staff.person_id end',
                    'opened_at', 'now() - n * interval ''1 minute''',
                    'changed_at', 'now() - n * interval ''1 minute''',
                    'active_at', 'now() - n * interval ''1 minute''',
                    'closed_at', 'case when n %% 10 > 0 and n %% 20 <> 5 then now() end');
                columns text;
                copy text;
            begin
                select string_agg(column_name, ', '), string_agg(coalesce(others ->> column_name, 'made.' || column_name), ', ')
                    into columns, copy from information_schema.columns
                    where table_schema = 'public' and table_name = 'ticket' and is_generated = 'NEVER';
                execute 'insert into ticket (' || columns || ') select ' || copy || '
                    from generate_series(1, %1$d) n, (select * from ticket limit 1) made,
                        (select person.* from person join tenant using (tenant_id) where kind = ''PROVIDER'' limit 1) staff';
                insert into ticket_group (tenant_id, group_id, opened_from, ticket_number, title, opened_at, closed_at)
                    select tenant_id, group_id, opened_from, ticket_number, title, opened_at, closed_at
                    from ticket on conflict do nothing;
                update ticket_count set in_progress = in_progress + %1$d / 10,
                    waiting_for_customer = waiting_for_customer + %1$d / 20, closed = closed + %1$d - %1$d / 10 - %1$d / 20;
            end $$""";

    private Tickets() {}

    /** Adds {@code count} to the one ticket that is there. */
    static void seed(Database database, int count) {
        database.execute(SEED.formatted(count));
        database.execute("vacuum analyze");
    }
}

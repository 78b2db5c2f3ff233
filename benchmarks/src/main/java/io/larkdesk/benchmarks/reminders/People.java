package io.larkdesk.benchmarks.reminders;

import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Desk;
import java.util.Map;

/** Many people of several customers, each mentioned once, seeded by SQL as copies of what the service itself has made. */
final class People {

    private static final int TENANTS = 20;

    private static final String SEED = """
            create table bench_tenant as select n, gen_random_uuid() as tenant, gen_random_uuid() as room from generate_series(0, %1$d - 1) n;
            create table bench_person as
                select tenant, room, gen_random_uuid() as person, gen_random_uuid() as client, row_number() over (partition by tenant) as seq
                from generate_series(0, %2$d - 1) i join bench_tenant on n = i %% %1$d;
            create temporary view tenant_made as select * from tenant where kind = 'CUSTOMER';
            create temporary view person_made as select person.* from person join tenant_made using (tenant_id) limit 1;
            insert into tenant select (jsonb_populate_record(null::tenant, to_jsonb(made) || jsonb_build_object('tenant_id', tenant, 'app_id', 'cli_bench' || n))).*
                from tenant_made made, bench_tenant;
            insert into service_group select (jsonb_populate_record(null::service_group, to_jsonb(made) || jsonb_build_object('tenant_id', tenant, 'group_id', room))).*
                from (select service_group.* from service_group join tenant_made using (tenant_id) limit 1) made, bench_tenant;
            insert into person select (jsonb_populate_record(null::person, to_jsonb(made) || jsonb_build_object(
                    'tenant_id', tenant, 'person_id', person, 'open_id', 'ou_' || person, 'union_id', null))).*
                from person_made made, bench_person;
            insert into member (tenant_id, group_id, person_tenant_id, person_id, joined_at)
                select tenant, room, tenant, person, now() from bench_person;
            insert into conversation (tenant_id, group_id, last_seq, revision)
                select tenant, room, max(seq), max(seq) from bench_person group by 1, 2;
            insert into message (tenant_id, group_id, seq, revision, posted_at, kind, author_tenant_id, author_id, client_id, body)
                select tenant, room, seq, seq, now(), 'WORDS', tenant, author, client, 'Please look, <@' || person || '>'
                from bench_person join (select distinct on (tenant) tenant, person as author from bench_person) authors using (tenant);
            insert into mention (tenant_id, group_id, seq, person_tenant_id, person_id, mentioned_at, read_from)
                select tenant, room, seq, tenant, person, now() - interval '1 hour', seq from bench_person;
            insert into permit (tenant_id, person_id, not_before, due_at, noted_at)
                select tenant, person, 'epoch', 'epoch', now() from bench_person;
            analyze""";

    private static final String AGAIN = """
            update permit set not_before = 'epoch', reminder_id = null, attempt = null, taken_at = null, deadline = null,
                due_at = 'epoch', noted_at = now();
            update mention set reminder_id = null, decided_at = null, confirmed = null, reason = null""";

    private People() {}

    /** Fills {@code database}, which is empty, with {@code count} people who are due. */
    static void seed(Database database, int count) {
        try (Desk desk = Desk.start(database, 1, 1, Map.of())) {
            desk.signIn(0);
        }
        database.execute(SEED.formatted(TENANTS, count));
    }

    /** Has all of them due again, as if nobody had been reminded. */
    static void dueAgain(Database database) {
        database.execute(AGAIN);
        database.execute("vacuum analyze permit");
        database.execute("vacuum analyze mention");
    }
}

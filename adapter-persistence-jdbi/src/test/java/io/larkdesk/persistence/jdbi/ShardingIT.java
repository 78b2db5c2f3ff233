package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the schema lacks of what engines ask for that keep each tenant's rows on one of many servers. Each exception stands in docs/scaling.md with what
 * would have to be done about it.
 */
final class ShardingIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final Path PAGE = Path.of("../docs/scaling.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\| [^|]{5,} \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private static final String OUR_TABLES = """
            select oid from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'flyway%'
            """;
    private static final String HAS_THE_TENANT = """
            exists (select from pg_attribute
                    where attrelid = indrelid and attname = 'tenant_id'
                      and array_position(indkey::int2[], attnum) < indnkeyatts)
            """;

    /** What stands under a heading of the page, and how it is found in a database. */
    private enum Exceptions {
        TABLES(
                "Tables without a key of the tenant",
                """
                select tables::regclass::text from (%s) as ours (tables)
                where not exists (
                    select from pg_index where indrelid = tables and indisunique and indpred is null and %s)
                """.formatted(OUR_TABLES, HAS_THE_TENANT),
                "create table wrong (id uuid primary key, tenant_id uuid, other uuid)",
                "wrong"),
        KEYS(
                "Keys that are unique among all tenants",
                """
                select indexrelid::regclass::text from pg_index
                where indrelid in (%s) and indisunique and not %s
                """.formatted(OUR_TABLES, HAS_THE_TENANT),
                "create table wrong (tenant_id uuid, secret text constraint wrong_key unique, primary key (tenant_id))",
                "wrong_key"),
        REFERENCES("References beyond a tenant", """
                select conname from pg_constraint
                where conrelid in (%s) and contype = 'f' and not exists (
                    select from unnest(conkey, confkey) as pair (mine, theirs)
                    join pg_attribute as referring on referring.attrelid = conrelid and referring.attnum = mine
                    join pg_attribute as referred on referred.attrelid = confrelid and referred.attnum = theirs
                    where referring.attname = 'tenant_id' and referred.attname = 'tenant_id')
                """.formatted(OUR_TABLES), """
                create table wrong (tenant_id uuid primary key, of_tenant_id uuid, person_id uuid,
                    constraint wrong_reference foreign key (of_tenant_id, person_id) references person)
                """, "wrong_reference"),
        COUNTERS(
                "Counters",
                "select oid::regclass::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'",
                "create table wrong (tenant_id uuid, place bigint generated always as identity, primary key (tenant_id, place))",
                "wrong_place_seq"),
        LOOKS("Indexes for looks at all tenants", """
                select indexrelid::regclass::text from pg_index
                join pg_attribute on attrelid = indrelid and attnum = (indkey::int2[])[0]
                where indrelid in (%s) and not indisunique and attname <> 'tenant_id'
                """.formatted(OUR_TABLES), """
                create table wrong (tenant_id uuid primary key, due_at timestamptz);
                create index wrong_due on wrong (due_at, tenant_id)
                """, "wrong_due"),
        TRIGGERS("Triggers", """
                select tgrelid::regclass || '.' || tgname from pg_trigger where tgrelid in (%s) and not tgisinternal
                """.formatted(OUR_TABLES), """
                create table wrong (tenant_id uuid primary key);
                create trigger wrong_tells after insert on wrong for each row execute function tell_onboarding()
                """, "wrong.wrong_tells");

        private final String heading;
        private final String sql;
        private final String wrong;
        private final String wrongly;

        Exceptions(String heading, String sql, String wrong, String wrongly) {
            this.heading = heading;
            this.sql = sql;
            this.wrong = wrong;
            this.wrongly = wrongly;
        }

        private List<String> in(Jdbi jdbi) {
            return jdbi.withHandle(
                    handle -> handle.createQuery(sql).mapTo(String.class).list());
        }

        private List<String> explained() throws IOException {
            String page = Files.readString(PAGE);
            String section = page.substring(page.indexOf("\n### " + heading + "\n") + 5);
            return ROW.matcher(section.substring(0, section.indexOf("\n#")))
                    .results()
                    .flatMap(row -> NAME.matcher(row.group(1)).results())
                    .map((MatchResult name) -> name.group(1))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachIsExplainedAndThereAreNoOthers(Exceptions exceptions) throws IOException {
        assertThat(exceptions.in(DATABASE.jdbi())).containsExactlyInAnyOrderElementsOf(exceptions.explained());
    }

    @ParameterizedTest
    @EnumSource
    void oneMoreIsFound(Exceptions exceptions) {
        Jdbi jdbi = DATABASE.jdbi();
        List<String> before = exceptions.in(jdbi);

        List<String> after = jdbi.inTransaction(handle -> {
            handle.createScript(exceptions.wrong).execute();
            List<String> found =
                    handle.createQuery(exceptions.sql).mapTo(String.class).list();
            handle.rollback();
            return found;
        });

        assertThat(after).containsAll(before).contains(exceptions.wrongly);
    }

    /** What is written with each message, mention and reading is numbered by its group, and looked for by its tenant. */
    @Test
    void nothingOfAMessageIsCountedForAll() {
        assertThat(Exceptions.COUNTERS.in(DATABASE.jdbi()))
                .noneMatch(counter ->
                        counter.matches("(conversation|message|mention|permit|read_cursor|presence|call_\\w+)_.*"));
    }
}

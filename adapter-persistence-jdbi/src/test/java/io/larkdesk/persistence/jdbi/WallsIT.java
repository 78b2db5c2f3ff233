package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.KeptCalendar;
import io.larkdesk.core.fence.Fence;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantScope;
import io.larkdesk.testkit.FullTenant;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies stand around every table, whoever serves owns none of them, and what a connection is told ends with the transaction. */
final class WallsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final int TURNS = 1_000;
    private static final String SERVING = "larkdesk_serving";

    /** Tables where policies are missing for some command, or do not hold the owner. */
    private static final String OPEN_TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'flyway%'
              and (not relrowsecurity or not relforcerowsecurity or exists (
                  select from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) as wanted (command)
                  where not exists (
                      select from pg_policies
                      where schemaname = 'public' and tablename = relname and cmd in ('ALL', command) and 'public' = any(roles))))
            """;

    /** What customers may do with rows that are not their own; the same list as in decision 15, and the fence, which is nobody's. */
    private static final Map<String, Set<String>> SHARED = Map.ofEntries(
            Map.entry("tenant", Set.of("SELECT")),
            Map.entry("person", Set.of("SELECT")),
            Map.entry("shift", Set.of("SELECT")),
            Map.entry("absence", Set.of("SELECT")),
            Map.entry("quiet_time", Set.of("SELECT")),
            Map.entry("product", Set.of("SELECT")),
            Map.entry("support_plan", Set.of("SELECT")),
            Map.entry("business_calendar", Set.of("SELECT", "UPDATE")),
            Map.entry("workload", Set.of("SELECT", "INSERT", "UPDATE")),
            Map.entry("permit", Set.of("SELECT", "INSERT", "UPDATE")),
            Map.entry("webhook_endpoint", Set.of("SELECT")),
            Map.entry("webhook_delivery", Set.of("INSERT")),
            Map.entry("notice", Set.of("INSERT")),
            Map.entry("fence", Set.of("SELECT")));

    private static FullTenant one;
    private static FullTenant other;

    @BeforeAll
    static void fill() {
        Stores stores = DATABASE.emptyStores();
        SeededRandomness randomness = new SeededRandomness(7);
        Scene scene = new Scene(stores, randomness);
        Person ada = scene.staff(scene.provider("Provider"), "Ada", StaffRole.ADMIN);
        one = FullTenant.in(stores, randomness, ada, "one");
        other = FullTenant.in(stores, randomness, ada, "other");
        stores.fences().save(Fence.NEW);
    }

    private static List<String> ask(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void everyTableHasPoliciesForEveryCommandThatHoldItsOwnerToo() {
        assertThat(ask(DATABASE.jdbi(), OPEN_TABLES)).isEmpty();
        TestDatabase careless = TestDatabase.fresh();
        try {
            careless.jdbi().useHandle(handle -> {
                handle.execute("create table forgotten (tenant_id uuid not null)");
                handle.execute("create table half_done (tenant_id uuid not null)");
                handle.execute("select wall('half_done')");
                handle.execute("alter table half_done no force row level security");
                handle.execute("create table done (tenant_id uuid not null)");
                handle.execute("select wall('done')");
            });
            assertThat(ask(careless.jdbi(), OPEN_TABLES)).containsExactlyInAnyOrder("forgotten", "half_done");
        } finally {
            careless.close();
        }
    }

    @Test
    void noMoreIsSharedThanIsWrittenDown() {
        Map<String, Set<String>> shared = new TreeMap<>();
        DATABASE.jdbi().useHandle(handle -> handle.createQuery("""
                                select tablename, array_agg(cmd) as commands from pg_policies
                                where schemaname = 'public' and policyname not in ('of_tenant', 'of_deployment', 'search')
                                group by tablename
                                """)
                .map((row, context) -> shared.put(row.getString("tablename"), Set.of((String[])
                        row.getArray("commands").getArray())))
                .list());
        assertThat(shared).containsExactlyInAnyOrderEntriesOf(SHARED);
    }

    @Test
    void whoeverServesOwnsNothingAndNoPolicyIsPassedBy() {
        assertThat(ask(DATABASE.walledJdbi(), "select current_user")).containsExactly(SERVING);
        assertThat(ask(DATABASE.jdbi(), """
                select relname from pg_class where relowner = 'larkdesk_serving'::regrole
                union all select proname from pg_proc where proowner = 'larkdesk_serving'::regrole
                union all select datname from pg_database where datdba = 'larkdesk_serving'::regrole
                union all select nspname from pg_namespace where nspowner = 'larkdesk_serving'::regrole
                union all select rolname from pg_roles where rolname = 'larkdesk_serving'
                      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                union all select roleid::regrole::text from pg_auth_members where member = 'larkdesk_serving'::regrole
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'SIGNED_OUT'",
                "update timeline_entry set words = ''",
                "truncate message",
                "alter table message no force row level security",
                "drop policy of_tenant on message",
                "select * from flyway_schema_history",
                "create table another (tenant_id uuid)"
            })
    void whoeverServesHasNoRightTo(String statement) {
        requireRefused(() -> DATABASE.walledJdbi().useHandle(handle -> handle.execute(statement)));
    }

    private static void requireRefused(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(UnableToExecuteStatementException.class)
                .cause()
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("42501"));
    }

    @Test
    void whoSaysNothingSeesNothing() {
        Jdbi walled = DATABASE.walledJdbi();
        List<String> tables = ask(
                DATABASE.jdbi(),
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'flyway%'");
        assertThat(tables).hasSizeGreaterThan(60);
        for (String scope : List.of("", "none")) {
            for (String table : tables) {
                String where = "none".equals(scope) && SHARED.containsKey(table) && !"fence".equals(table)
                        ? " where tenant_id in ('%s', '%s')"
                                .formatted(one.tenant().id(), other.tenant().id())
                        : "";
                Integer rows = walled.inTransaction(handle -> {
                    if (!scope.isEmpty()) {
                        handle.execute("select set_config('larkdesk.tenant', ?, true)", scope);
                    }
                    return handle.createQuery("select count(*) from " + table + where)
                            .mapTo(Integer.class)
                            .one();
                });
                assertThat(rows)
                        .as("rows of " + table + " in scope '" + scope + "'")
                        .isZero();
            }
        }
    }

    @Test
    void whatIsForeignCanBeNeitherAddedNorChangedNorDeleted() {
        Jdbi walled = DATABASE.walledJdbi();
        String foreign = other.tenant().id().toString();
        walled.useTransaction(handle -> {
            handle.execute(
                    "select set_config('larkdesk.tenant', ?, true)",
                    one.tenant().id().toString());
            assertThat(handle.execute(
                            "update message set body = 'x' where body is not null and tenant_id = '" + foreign + "'"))
                    .isZero();
            assertThat(handle.execute("delete from member where tenant_id = '" + foreign + "'"))
                    .isZero();
            assertThat(handle.createQuery("select * from tickets_with('''other''', :tenant::uuid, :group, 10)")
                            .bind("tenant", foreign)
                            .bind("group", other.group().id().value())
                            .mapTo(String.class)
                            .list())
                    .isEmpty();
        });
        for (String scope : List.of(one.tenant().id().toString(), "none", "")) {
            requireRefused(() -> walled.useTransaction(handle -> {
                handle.execute("select set_config('larkdesk.tenant', ?, true)", scope);
                handle.execute(
                        "insert into quiet_time (tenant_id, person_id) values ('" + foreign + "', gen_random_uuid())");
            }));
        }
        requireRefused(() -> walled.useTransaction(handle -> {
            handle.execute(
                    "select set_config('larkdesk.tenant', ?, true)",
                    one.tenant().id().toString());
            handle.execute("update quiet_time set tenant_id = '" + foreign + "'");
        }));
    }

    /** Whoever locks rows needs the policies for update, too; those that fail are left out, and nobody hears of it. */
    @Test
    void aCustomerHoldsACalendarOfTheProviderAndCannotChangeIt() {
        BusinessCalendar office = BusinessCalendar.alwaysOpen(new CalendarName("Office"), ZoneOffset.UTC);
        DATABASE.persistence().calendars().save(new KeptCalendar(office, Optional.empty(), 1));
        TenantScope scope = new TenantScope.One(one.tenant().id());
        try (JdbiPersistence customers = DATABASE.connect(1, () -> scope)) {
            Stores stores = new JdbiStores(customers);
            Optional<BusinessCalendar> held = stores.transactions()
                    .inTransaction(now -> stores.calendars().hold(office.name()));
            assertThat(held).contains(office);
        }
        requireRefused(() -> DATABASE.walledJdbi().useTransaction(handle -> {
            handle.execute(
                    "select set_config('larkdesk.tenant', ?, true)",
                    one.tenant().id().toString());
            handle.execute("update business_calendar set version = 2");
        }));
    }

    @Test
    void aConnectionTakesNothingFromOneTransactionToTheNext() {
        AtomicReference<TenantScope> scope = new AtomicReference<>(new TenantScope.Nobody());
        DATABASE.walledJdbi().useHandle(borrowed -> {
            Jdbi one = Jdbi.create(borrowed.getConnection());
            Arguments.register(one);
            JdbiTransactions transactions = new JdbiTransactions(one, scope::get);
            for (int turn = 0; turn < TURNS; turn++) {
                TenantId tenant = (turn % 2 == 0 ? WallsIT.one : other).tenant().id();
                scope.set(new TenantScope.One(tenant));
                Set<TenantId> seen =
                        turn % 4 < 2 ? transactions.inTransaction(now -> owners(transactions)) : owners(transactions);
                assertThat(seen).containsExactly(tenant);
                assertThat(borrowed.createQuery("select count(*) from message")
                                .mapTo(Integer.class)
                                .one())
                        .as("what the next borrower sees")
                        .isZero();
            }
        });
    }

    private static Set<TenantId> owners(JdbiTransactions transactions) {
        return transactions.with(handle -> handle.createQuery("select tenant_id from message")
                .map((row, context) -> Columns.tenant(row, "tenant_id"))
                .set());
    }
}

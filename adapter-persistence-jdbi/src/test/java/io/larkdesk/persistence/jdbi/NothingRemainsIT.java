package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.deletion.CarryOutDeletion;
import io.larkdesk.core.deletion.Deletion;
import io.larkdesk.core.deletion.DeletionReason;
import io.larkdesk.core.deletion.Tally;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.FullTenant;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looks, past all stores, into every table that there is for what may be left of a customer. */
class NothingRemainsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final String WORD = "canary7f3a";

    /** Tables with a tenant, in which nothing is ever a customer's. */
    private static final Map<String, String> THE_PROVIDERS = Map.ofEntries(
            Map.entry("absence", "of the provider's people"),
            Map.entry("api_token", "the provider's systems alone have some"),
            Map.entry("business_calendar", "the provider's"),
            Map.entry("canned_answer", "the provider's"),
            Map.entry("gap_look", "of the provider's roster"),
            Map.entry("gap_told", "of the provider's roster"),
            Map.entry("kept_answer", "found by the word, and by where it leads"),
            Map.entry("product", "the provider's"),
            Map.entry("roster_planned", "the provider's"),
            Map.entry("saved_view", "found by the word, and by the customer that it names"),
            Map.entry("shift", "of the provider's people"),
            Map.entry("support_plan", "the provider's"),
            Map.entry("webhook_attempt", "goes with its delivery"),
            Map.entry("webhook_endpoint", "the provider's"),
            Map.entry("workload", "of the provider's people; the contract looks at it"));

    private final Jdbi jdbi = DATABASE.jdbi();
    private Stores stores;
    private Person ada;
    private FullTenant full;
    private TenantId id;

    @BeforeEach
    void fill() {
        stores = DATABASE.emptyStores();
        SeededRandomness randomness = new SeededRandomness(32);
        Scene scene = new Scene(stores, randomness);
        ada = scene.staff(scene.provider("Provider"), "Ada", StaffRole.ADMIN);
        full = FullTenant.in(stores, randomness, ada, WORD);
        FullTenant.in(stores, randomness, ada, "another");
        id = full.tenant().id();
    }

    /** Its columns that name tenants, of each table that has one. */
    private Map<String, List<String>> tables() {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        select table_name, column_name from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and table_type = 'BASE TABLE' and column_name like '%tenant_id'
                        """)
                .map((row, context) -> Map.entry(row.getString("table_name"), row.getString("column_name")))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private List<String> allTables() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")
                .mapTo(String.class)
                .list());
    }

    private long count(String table, String which) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from %s t where %s".formatted(table, which))
                        .mapTo(long.class)
                        .one());
    }

    private String ofTenant(List<String> columns) {
        return columns.stream()
                .map(column -> "t." + column + " = '" + id.value() + "'")
                .collect(Collectors.joining(" or "));
    }

    /** Whether a row has the word, as text or as bytes, or the tenant's id, wherever that is. */
    private String hasTraces() {
        String bytes = HexFormat.of().formatHex(WORD.getBytes(StandardCharsets.UTF_8));
        return "(t::text like '%" + WORD + "%' or t::text like '%" + bytes + "%' or t::text like '%" + id.value()
                + "%')";
    }

    private void save(Optional<Instant> begunAt) {
        Instant due = Instant.now().minus(Duration.ofHours(2));
        stores.deletions()
                .save(new Deletion(
                        id,
                        ada.id(),
                        due.minus(Duration.ofDays(30)),
                        new DeletionReason(WORD),
                        due,
                        true,
                        Optional.empty(),
                        begunAt,
                        due,
                        Tally.NONE));
    }

    @Test
    void noTableHasAnythingOfADeletedTenantAndAllOfOthers() {
        save(Optional.of(Instant.now().minus(Duration.ofHours(1))));
        Map<String, List<String>> tables = tables();
        assertThat(tables.keySet()).containsAll(THE_PROVIDERS.keySet());
        tables.forEach((table, columns) -> {
            if (!THE_PROVIDERS.containsKey(table)) {
                assertThat(count(table, ofTenant(columns)))
                        .as("rows that the test has stored in the table " + table)
                        .isPositive();
            }
        });
        Map<String, Long> others = others();

        CarryOutDeletion carryOut = new CarryOutDeletion(
                stores.transactions(),
                stores.deletions(),
                stores.erasure(),
                stores.tenants(),
                stores.auditTrail(),
                Records.audit(stores));
        while (carryOut.execute().isPresent()) {}

        tables.forEach((table, columns) -> assertThat(count(table, ofTenant(columns)))
                .as("rows of the tenant that are left in the table " + table)
                .isZero());
        for (String table : allTables()) {
            assertThat(count(table, hasTraces()))
                    .as("traces of the tenant in the table " + table)
                    .isEqualTo("audit_entry".equals(table) ? 1 : 0);
        }
        assertThat(count("audit_entry", hasTraces() + " and action = 'TENANT_DELETED'"))
                .isOne();
        others.merge("audit_end", 1L, Long::sum);
        others.merge("webhook_attempt", -1L, Long::sum);
        assertThat(others()).isEqualTo(others);
    }

    private Map<String, Long> others() {
        Map<String, Long> others = new TreeMap<>();
        allTables().forEach(table -> others.put(table, count(table, "not " + hasTraces())));
        return others;
    }

    @Test
    void theDatabaseGivesABookUpOnlyWhileItsTenantIsBeingDeleted() {
        requireKept();
        save(Optional.empty());
        requireKept();
        save(Optional.of(Instant.now()));

        for (String table : List.of("audit_entry", "audit_end")) {
            assertThatThrownBy(() -> execute("delete from " + table)).hasMessageContaining("only added to");
            assertThatThrownBy(() -> execute("truncate " + table)).hasMessageContaining("only added to");
        }
        assertThatThrownBy(
                        () -> execute("update audit_entry set actor = 'DESK' where tenant_id = '" + id.value() + "'"))
                .hasMessageContaining("only added to");
        execute("delete from audit_entry where tenant_id = '" + id.value() + "'");
        execute("delete from audit_end where tenant_id = '" + id.value() + "'");
        assertThat(count("audit_entry", "true")).isOne();
    }

    private void requireKept() {
        for (String table : List.of("audit_entry", "audit_end")) {
            assertThatThrownBy(() -> execute("delete from " + table + " where tenant_id = '" + id.value() + "'"))
                    .hasMessageContaining("only added to");
            assertThatThrownBy(() -> execute("truncate " + table)).hasMessageContaining("only added to");
        }
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    @Test
    void nobodyCanBeginADeletionBeforeItMay() {
        save(Optional.empty());
        assertThatThrownBy(() -> execute("update deletion set begun_at = due_at - interval '1 ms'"))
                .hasMessageContaining("check");
        assertThatThrownBy(() -> execute("update deletion set begun_at = now(), without_export = false"))
                .hasMessageContaining("check");
        assertThatThrownBy(() -> execute("update deletion set tenant_id = '00000000-0000-0000-0000-000000000000'"))
                .hasMessageContaining("check");
    }
}

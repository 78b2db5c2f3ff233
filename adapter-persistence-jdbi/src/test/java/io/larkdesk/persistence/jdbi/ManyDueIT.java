package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However many reminders of one tenant are due, those of another are found at once, and few rows are looked at. */
final class ManyDueIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final int MANY = 50_000;
    private static final int OTHERS = 300;
    private static final int HANDS = 16;
    private static final int SHARE = 8;
    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final Pattern ROWS = Pattern.compile("actual time=\\S+ rows=(\\d+)");

    @BeforeAll
    static void wakeMany() {
        DATABASE.jdbi().useHandle(handle -> handle.createScript("""
                        insert into permit (tenant_id, person_id, not_before, due_at, noted_at)
                        select uuid(lpad('1', 32, '0')), uuid(lpad(i::text, 32, '0')), 'epoch',
                               timestamptz '2026-03-09 09:00Z' - i * interval '1 ms', 'epoch'
                        from generate_series(1, %d) as i;
                        insert into permit (tenant_id, person_id, not_before, due_at, noted_at)
                        select uuid(lpad((9000 + i)::text, 32, '0')), uuid(lpad('1', 32, '0')), 'epoch',
                               timestamptz '2026-03-09 09:00Z' + (i - 1) * interval '1 s', 'epoch'
                        from generate_series(1, %d) as i;
                        vacuum analyze permit
                        """.formatted(MANY, OTHERS))
                .executeAsSeparateStatements());
    }

    @Test
    void whoWaitsForOneIsNotBehindThoseWhoWaitForMany() {
        PersonId alone = new PersonId(new TenantId(uuid("9001")), uuid("1"));

        List<Permit> due = DATABASE.persistence()
                .transactions()
                .inTransaction(any -> DATABASE.persistence().permits().lockDue(NOW, HANDS, SHARE));

        assertThat(due).hasSize(SHARE + 1).contains(Permit.unused(alone));
    }

    /** The control: in one queue, first come, first served, whoever waits alone is behind all the others. */
    @Test
    void inOneQueueWhoWaitsForOneIsBehindThoseWhoWaitForMany() {
        List<UUID> first = DATABASE.jdbi().withHandle(handle -> handle.createQuery(
                        "select tenant_id from permit where due_at <= :now order by due_at limit :limit")
                .bind("now", NOW.atOffset(ZoneOffset.UTC))
                .bind("limit", HANDS)
                .mapTo(UUID.class)
                .list());

        assertThat(first).hasSize(HANDS).containsOnly(uuid("1"));
    }

    @Test
    void fewRowsAreLookedAt() {
        List<String> plan = DATABASE.jdbi().withHandle(handle -> {
            handle.execute("set jit = off");
            return handle.createQuery("explain (analyze, costs off) " + JdbiPermits.lockDue(HANDS))
                    .bind("now", NOW.atOffset(ZoneOffset.UTC))
                    .bind("notedAtMost", NOW.plus(Permit.CLOCK_STEP).atOffset(ZoneOffset.UTC))
                    .bind("share", SHARE)
                    .mapTo(String.class)
                    .list();
        });

        assertThat(plan.stream()
                        .flatMap(line -> ROWS.matcher(line).results())
                        .map(MatchResult::group)
                        .map(text -> Integer.parseInt(text.replaceAll(".*rows=", "")))
                        .toList())
                .as(String.join("\n", plan))
                .isNotEmpty()
                .allMatch(rows -> rows <= OTHERS + 3 * HANDS);
    }

    /** Planning takes longer than to look, so a look that comes again and again has one plan, also while nothing is due. */
    @Test
    void whatIsLookedForAgainAndAgainIsNotPlannedAnew() {
        long generic = DATABASE.jdbi().inTransaction(handle -> {
            for (int i = 0; i < 20; i++) {
                handle.createQuery(JdbiPermits.lockDue(HANDS))
                        .bind("now", NOW.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                        .bind("notedAtMost", NOW.plus(Permit.CLOCK_STEP).atOffset(ZoneOffset.UTC))
                        .bind("share", SHARE)
                        .mapToMap()
                        .list();
            }
            return handle.createQuery(
                            "select generic_plans from pg_prepared_statements where statement like '%noted_at_most%'")
                    .mapTo(long.class)
                    .one();
        });

        assertThat(generic).isPositive();
    }

    private static UUID uuid(String digits) {
        String all = "0".repeat(32 - digits.length()) + digits;
        return UUID.fromString(all.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }
}

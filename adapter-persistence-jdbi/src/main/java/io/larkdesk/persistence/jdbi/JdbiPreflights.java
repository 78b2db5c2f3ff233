package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.onboarding.Finding;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.LarkDay;
import io.larkdesk.core.onboarding.Preflight;
import io.larkdesk.core.onboarding.Preflights;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code preflight}, {@code preflight_finding}, {@code preflight_drift} and {@code lark_day}. */
final class JdbiPreflights implements Preflights {

    private static final String FIND = "select * from preflight where tenant_id = :tenant";
    private static final String FINDINGS = "select * from preflight_finding where tenant_id = :tenant order by place";
    private static final String SAVE = """
            insert into preflight (tenant_id, checked_at, asker_tenant_id, asker_id, calls)
            values (:tenant, :at, :askerTenant, :asker, :calls)
            on conflict (tenant_id) do update
            set checked_at = excluded.checked_at, asker_tenant_id = excluded.asker_tenant_id, asker_id = excluded.asker_id,
                calls = excluded.calls
            """;
    private static final String CLEAR = "delete from preflight_finding where tenant_id = :tenant";
    private static final String FORGET = "delete from preflight where tenant_id = :tenant";
    private static final String ADD_FINDING = """
            insert into preflight_finding (tenant_id, place, checked, verdict, what, expected, found, since)
            values (:tenant, :place, :check, :verdict, :what, :expected, :found, :since)
            """;
    private static final String ADD_DRIFT = """
            insert into preflight_drift (tenant_id, found_at, checks) values (:tenant, :at, :checks)
            on conflict do nothing
            """;
    private static final String LOCK_UNTOLD = """
            select * from preflight_drift where told_at is null
            order by found_at limit 1 for update skip locked
            """;
    private static final String TOLD =
            "update preflight_drift set told_at = :at where tenant_id = :tenant and found_at = :foundAt";
    private static final String FIND_DAY = "select * from lark_day where tenant_id = :tenant";
    private static final String LOCK_DAY = FIND_DAY + " for update";
    private static final String SAVE_DAY = """
            insert into lark_day (tenant_id, day, used_before, broken, inspected)
            values (:tenant, :day, :usedBefore, :broken, :inspected)
            on conflict (tenant_id) do update
            set day = excluded.day, used_before = excluded.used_before, broken = excluded.broken, inspected = excluded.inspected
            """;
    private static final String LIST_BROKEN = "select tenant_id from lark_day where broken and not inspected";
    private static final RowMapper<Finding> FINDING = (row, context) -> finding(row);
    private static final RowMapper<Drift> DRIFT = (row, context) -> drift(row);
    private static final RowMapper<LarkDay> DAY = (row, context) -> day(row);

    private final JdbiTransactions transactions;

    JdbiPreflights(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Preflight> find(TenantId tenant) {
        return transactions.inTransaction(now -> transactions.withRunning(handle -> find(handle, tenant)));
    }

    private static Optional<Preflight> find(Handle handle, TenantId tenant) {
        List<Finding> findings =
                handle.createQuery(FINDINGS).bind("tenant", tenant).map(FINDING).list();
        return handle.createQuery(FIND)
                .bind("tenant", tenant)
                .map((row, context) -> preflight(row, findings))
                .findOne();
    }

    @Override
    public void save(Preflight preflight) {
        transactions.inTransaction(now -> transactions.withRunning(handle -> {
            handle.createUpdate(SAVE)
                    .bind("tenant", preflight.tenant())
                    .bind("at", preflight.at())
                    .bind("askerTenant", preflight.asker().map(PersonId::tenant))
                    .bind("asker", preflight.asker().map(PersonId::value))
                    .bind("calls", preflight.calls())
                    .execute();
            handle.createUpdate(CLEAR).bind("tenant", preflight.tenant()).execute();
            add(handle, preflight);
            return preflight;
        }));
    }

    @Override
    public void forget(TenantId tenant) {
        transactions.inTransaction(now -> transactions.withRunning(handle -> {
            handle.createUpdate(CLEAR).bind("tenant", tenant).execute();
            return handle.createUpdate(FORGET).bind("tenant", tenant).execute();
        }));
    }

    private static void add(Handle handle, Preflight preflight) {
        if (preflight.findings().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(ADD_FINDING);
        int place = 0;
        for (Finding finding : preflight.findings()) {
            batch.bind("tenant", preflight.tenant())
                    .bind("place", place++)
                    .bind("check", finding.check())
                    .bind("verdict", finding.verdict())
                    .bind("what", finding.what())
                    .bind("expected", finding.expected())
                    .bind("found", finding.found())
                    .bind("since", finding.since())
                    .add();
        }
        batch.execute();
    }

    @Override
    public void add(Drift drift) {
        transactions.with(handle -> handle.createUpdate(ADD_DRIFT)
                .bind("tenant", drift.tenant())
                .bind("at", drift.foundAt())
                .bindArray(
                        "checks",
                        String.class,
                        drift.checks().stream().map(Check::name).sorted().toList())
                .execute());
    }

    @Override
    public Optional<Drift> lockUntold() {
        return transactions.withRunning(
                handle -> handle.createQuery(LOCK_UNTOLD).map(DRIFT).findOne());
    }

    @Override
    public void told(Drift drift, Instant at) {
        transactions.with(handle -> handle.createUpdate(TOLD)
                .bind("tenant", drift.tenant())
                .bind("foundAt", drift.foundAt())
                .bind("at", at)
                .execute());
    }

    @Override
    public Optional<LarkDay> findDay(TenantId tenant) {
        return transactions.with(handle ->
                handle.createQuery(FIND_DAY).bind("tenant", tenant).map(DAY).findOne());
    }

    @Override
    public Optional<LarkDay> lockDay(TenantId tenant) {
        return transactions.withRunning(handle ->
                handle.createQuery(LOCK_DAY).bind("tenant", tenant).map(DAY).findOne());
    }

    @Override
    public List<TenantId> listBroken() {
        return transactions.with(handle -> handle.createQuery(LIST_BROKEN)
                .map((row, context) -> Columns.tenant(row, "tenant_id"))
                .list());
    }

    @Override
    public void save(LarkDay day) {
        transactions.with(handle -> handle.createUpdate(SAVE_DAY)
                .bind("tenant", day.tenant())
                .bind("day", day.day())
                .bind("usedBefore", day.usedBefore())
                .bind("broken", day.broken())
                .bind("inspected", day.inspected())
                .execute());
    }

    private static Preflight preflight(ResultSet row, List<Finding> findings) throws SQLException {
        return new Preflight(
                Columns.tenant(row, "tenant_id"),
                Columns.instant(row, "checked_at"),
                Columns.findPerson(row, "asker_tenant_id", "asker_id"),
                row.getInt("calls"),
                findings);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Check.valueOf(row.getString("checked")),
                Finding.Verdict.valueOf(row.getString("verdict")),
                Finding.What.valueOf(row.getString("what")),
                row.getString("expected"),
                row.getString("found"),
                Columns.findInstant(row, "since"));
    }

    private static Drift drift(ResultSet row) throws SQLException {
        String[] checks = (String[]) row.getArray("checks").getArray();
        return new Drift(
                Columns.tenant(row, "tenant_id"),
                Columns.instant(row, "found_at"),
                Arrays.stream(checks).map(Check::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    private static LarkDay day(ResultSet row) throws SQLException {
        return new LarkDay(
                Columns.tenant(row, "tenant_id"),
                row.getObject("day", LocalDate.class),
                row.getInt("used_before"),
                row.getBoolean("broken"),
                row.getBoolean("inspected"));
    }
}

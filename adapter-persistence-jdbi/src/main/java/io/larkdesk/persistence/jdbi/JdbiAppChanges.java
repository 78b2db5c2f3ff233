package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.onboarding.AppChange;
import io.larkdesk.core.onboarding.AppChanges;
import io.larkdesk.core.onboarding.Finding;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Preflight;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table {@code app_change}. */
final class JdbiAppChanges implements AppChanges {

    private static final String FIND = "select * from app_change where tenant_id = :tenant";
    private static final String SAVE = """
            insert into app_change (tenant_id, app_id, secret, tenant_key, begun_at,
                                    checked_at, asker_tenant_id, asker_id, calls, findings)
            values (:tenant, :app, :secret, :tenantKey, :begunAt, :checkedAt, :askerTenant, :asker, :calls, :findings)
            on conflict (tenant_id) do update
            set app_id = excluded.app_id, secret = excluded.secret, tenant_key = excluded.tenant_key,
                begun_at = excluded.begun_at, checked_at = excluded.checked_at, asker_tenant_id = excluded.asker_tenant_id,
                asker_id = excluded.asker_id, calls = excluded.calls, findings = excluded.findings
            """;
    private static final String DELETE = "delete from app_change where tenant_id = :tenant";
    private static final int PARTS = 6;

    private final JdbiTransactions transactions;

    JdbiAppChanges(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<AppChange> find(TenantId tenant) {
        return transactions.with(handle -> handle.createQuery(FIND)
                .bind("tenant", tenant)
                .map((row, context) -> change(row))
                .findOne());
    }

    @Override
    public void save(AppChange change) {
        Optional<Preflight> preflight = change.preflight();
        Optional<PersonId> asker = preflight.flatMap(Preflight::asker);
        transactions.with(handle -> handle.createUpdate(SAVE)
                .bind("tenant", change.tenant())
                .bind("app", change.appId().value())
                .bind("secret", change.secret().text())
                .bind("tenantKey", change.tenantKey())
                .bind("begunAt", change.begunAt())
                .bind("checkedAt", preflight.map(Preflight::at))
                .bind("askerTenant", asker.map(PersonId::tenant))
                .bind("asker", asker.map(PersonId::value))
                .bind("calls", preflight.map(Preflight::calls))
                .bindArray(
                        "findings",
                        String.class,
                        preflight.stream()
                                .flatMap(found -> found.findings().stream())
                                .flatMap(JdbiAppChanges::parts)
                                .toList())
                .execute());
    }

    @Override
    public void delete(TenantId tenant) {
        transactions.with(
                handle -> handle.createUpdate(DELETE).bind("tenant", tenant).execute());
    }

    private static AppChange change(ResultSet row) throws SQLException {
        TenantId tenant = Columns.tenant(row, "tenant_id");
        Optional<Instant> checkedAt = Columns.findInstant(row, "checked_at");
        Optional<PersonId> asker = Columns.findPerson(row, "asker_tenant_id", "asker_id");
        int calls = row.getInt("calls");
        List<Finding> findings =
                findings(List.of((String[]) row.getArray("findings").getArray()));
        return new AppChange(
                tenant,
                new AppId(row.getString("app_id")),
                new SealedSecret(row.getString("secret")),
                row.getString("tenant_key"),
                Columns.instant(row, "begun_at"),
                checkedAt.map(at -> new Preflight(tenant, at, asker, calls, findings)));
    }

    private static Stream<String> parts(Finding finding) {
        return Stream.of(
                finding.check().name(),
                finding.verdict().name(),
                finding.what().name(),
                finding.expected(),
                finding.found(),
                finding.since().map(Instant::toString).orElse(""));
    }

    private static List<Finding> findings(List<String> parts) {
        List<Finding> findings = new ArrayList<>();
        for (int at = 0; at < parts.size(); at += PARTS) {
            String since = parts.get(at + PARTS - 1);
            findings.add(new Finding(
                    Check.valueOf(parts.get(at)),
                    Finding.Verdict.valueOf(parts.get(at + 1)),
                    Finding.What.valueOf(parts.get(at + 2)),
                    parts.get(at + 3),
                    parts.get(at + 4),
                    since.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(since))));
        }
        return findings;
    }
}

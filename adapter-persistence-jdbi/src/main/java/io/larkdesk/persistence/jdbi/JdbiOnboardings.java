package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.onboarding.GuideLink;
import io.larkdesk.core.onboarding.GuideStep;
import io.larkdesk.core.onboarding.Onboarding;
import io.larkdesk.core.onboarding.Onboardings;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code onboarding}. */
final class JdbiOnboardings implements Onboardings {

    private static final String FIND = "select * from onboarding where tenant_id = :tenant";
    private static final String FIND_FOR_UPDATE = FIND + " for no key update";
    private static final String FIND_BY_LINK = "select * from onboarding where link_hash = :hash";
    private static final String LIST =
            "select * from onboarding order by activated_at is not null, organisation collate \"C\", tenant_id";
    private static final String SAVE = """
            insert into onboarding (tenant_id, organisation, plan, tam_tenant_id, tam_id, said, link_hash, link_expires_at, started_at,
                activated_at)
            values (:tenant, :organisation, :plan, :personTenant, :person, :said, :linkHash, :linkExpiresAt, :startedAt, :activatedAt)
            on conflict (tenant_id) do update
            set organisation = excluded.organisation, plan = excluded.plan, tam_tenant_id = excluded.tam_tenant_id,
                tam_id = excluded.tam_id, said = excluded.said, link_hash = excluded.link_hash,
                link_expires_at = excluded.link_expires_at, activated_at = excluded.activated_at
            """;
    private static final String REMOVE = "delete from onboarding where tenant_id = :tenant";
    private static final RowMapper<Onboarding> ONBOARDING = (row, context) -> onboarding(row);

    private final JdbiTransactions transactions;

    JdbiOnboardings(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Onboarding> find(TenantId tenant) {
        return transactions.with(handle ->
                handle.createQuery(FIND).bind("tenant", tenant).map(ONBOARDING).findOne());
    }

    @Override
    public Optional<Onboarding> findForUpdate(TenantId tenant) {
        return transactions.withRunning(handle -> handle.createQuery(FIND_FOR_UPDATE)
                .bind("tenant", tenant)
                .map(ONBOARDING)
                .findOne());
    }

    @Override
    public Optional<Onboarding> findByLink(TokenHash hash) {
        return transactions.with(handle -> handle.createQuery(FIND_BY_LINK)
                .bind("hash", hash.hex())
                .map(ONBOARDING)
                .findOne());
    }

    @Override
    public List<Onboarding> list() {
        return transactions.with(
                handle -> handle.createQuery(LIST).map(ONBOARDING).list());
    }

    @Override
    public void remove(TenantId tenant) {
        transactions.with(
                handle -> handle.createUpdate(REMOVE).bind("tenant", tenant).execute());
    }

    @Override
    public void save(Onboarding onboarding) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(SAVE), onboarding.tam())
                .bind("tenant", onboarding.tenant())
                .bind("organisation", onboarding.organisation().value())
                .bind("plan", onboarding.plan().value())
                .bindArray(
                        "said",
                        String.class,
                        onboarding.said().stream().map(Enum::name).sorted().toList())
                .bind("linkHash", onboarding.link().map(link -> link.hash().hex()))
                .bind("linkExpiresAt", onboarding.link().map(GuideLink::expiresAt))
                .bind("startedAt", onboarding.startedAt())
                .bind("activatedAt", onboarding.activatedAt())
                .execute());
    }

    private static Onboarding onboarding(ResultSet row) throws SQLException {
        Optional<String> hash = Columns.findText(row, "link_hash");
        return new Onboarding(
                Columns.tenant(row, "tenant_id"),
                new OrganisationName(row.getString("organisation")),
                new PlanName(row.getString("plan")),
                Columns.person(row, "tam_tenant_id", "tam_id"),
                Arrays.stream((String[]) row.getArray("said").getArray())
                        .map(GuideStep::valueOf)
                        .collect(Collectors.toSet()),
                hash.isPresent()
                        ? Optional.of(new GuideLink(new TokenHash(hash.get()), Columns.instant(row, "link_expires_at")))
                        : Optional.empty(),
                Columns.instant(row, "started_at"),
                Columns.findInstant(row, "activated_at"));
    }
}

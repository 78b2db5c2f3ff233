package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.tenant.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code tenant}. */
final class JdbiTenants implements Tenants {

    /** Until the transaction ends, nobody else changes what is the provider's alone and begins with this. */
    static final String LOCK_PROVIDER = "select tenant_id from tenant where kind = 'PROVIDER' for no key update";

    private static final String FIND_BY_APP = "select * from tenant where app_id = :app";
    private static final String GET = "select * from tenant where tenant_id = :tenant";
    private static final String HOLD = GET + " for share";
    private static final String LOCK = GET + " for no key update";
    private static final String FIND_BY_FORMER_APP = """
            select tenant.* from former_app join tenant using (tenant_id)
            where former_app.app_id = :app and not exists (select 1 from tenant as present where present.app_id = :app)
            """;
    private static final String ADD_FORMER_APP = """
            insert into former_app (tenant_id, app_id) values (:tenant, :app)
            on conflict (app_id) do update set tenant_id = excluded.tenant_id
            """;
    private static final String FIND_CONFIGURED = """
            select configured_edition, configured_allowance from tenant
            where tenant_id = :tenant and configured_edition is not null
            """;
    private static final String CONFIGURE = """
            update tenant set configured_edition = :edition, configured_allowance = :allowance
            where tenant_id = :tenant
            """;
    private static final String LIST_ALL = "select * from tenant where tenant_id in (select * from unnest(:tenants))";
    private static final String FIND_PROVIDER = "select * from tenant where kind = 'PROVIDER'";
    private static final String LIST = """
            select * from tenant
            order by kind = 'PROVIDER' desc, organisation collate "C", tenant_id
            """;
    private static final String SAVE = """
            insert into tenant (tenant_id, kind, organisation, app_id, brand, secret, edition, allowance, plan, state, tenant_key,
                                joins_at_sign_in)
            values (:tenant, :kind, :organisation, :app, :brand, :secret, :edition, :allowance, :plan, :state, :tenantKey,
                    :joinsAtSignIn)
            on conflict (tenant_id) do update
            set kind = excluded.kind, organisation = excluded.organisation, app_id = excluded.app_id, brand = excluded.brand,
                secret = excluded.secret, edition = excluded.edition, allowance = excluded.allowance, plan = excluded.plan,
                state = excluded.state, tenant_key = excluded.tenant_key, joins_at_sign_in = excluded.joins_at_sign_in
            """;
    private static final RowMapper<Tenant> TENANT = (row, context) -> tenant(row);

    private final JdbiTransactions transactions;

    JdbiTenants(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Tenant> findByApp(AppId app) {
        return transactions.with(handle -> handle.createQuery(FIND_BY_APP)
                .bind("app", app.value())
                .map(TENANT)
                .findOne());
    }

    @Override
    public Tenant get(TenantId id) {
        return transactions
                .with(handle ->
                        handle.createQuery(GET).bind("tenant", id).map(TENANT).findOne())
                .orElseThrow(() -> new NoSuchElementException("there is no tenant " + id));
    }

    @Override
    public Tenant hold(TenantId id) {
        return getAs(HOLD, id);
    }

    @Override
    public Tenant lock(TenantId id) {
        return getAs(LOCK, id);
    }

    private Tenant getAs(String statement, TenantId id) {
        return transactions
                .withRunning(handle -> handle.createQuery(statement)
                        .bind("tenant", id)
                        .map(TENANT)
                        .findOne())
                .orElseThrow(() -> new NoSuchElementException("there is no tenant " + id));
    }

    @Override
    public Optional<Tenant> findByFormerApp(AppId app) {
        return transactions.with(handle -> handle.createQuery(FIND_BY_FORMER_APP)
                .bind("app", app.value())
                .map(TENANT)
                .findOne());
    }

    @Override
    public void addFormerApp(TenantId tenant, AppId app) {
        transactions.with(handle -> handle.createUpdate(ADD_FORMER_APP)
                .bind("tenant", tenant)
                .bind("app", app.value())
                .execute());
    }

    @Override
    public Optional<CallTerms> findConfigured(TenantId tenant) {
        return transactions.with(handle -> handle.createQuery(FIND_CONFIGURED)
                .bind("tenant", tenant)
                .map((row, context) -> new CallTerms(
                        Edition.valueOf(row.getString("configured_edition")),
                        new Allowance(row.getInt("configured_allowance"))))
                .findOne());
    }

    @Override
    public void configure(TenantId tenant, CallTerms terms) {
        transactions.with(handle -> handle.createUpdate(CONFIGURE)
                .bind("tenant", tenant)
                .bind("edition", terms.edition())
                .bind("allowance", terms.allowance().calls())
                .execute());
    }

    @Override
    public List<Tenant> listAll(Collection<TenantId> ids) {
        return transactions.with(handle -> handle.createQuery(LIST_ALL)
                .bindArray(
                        "tenants", UUID.class, ids.stream().map(TenantId::value).toList())
                .map(TENANT)
                .list());
    }

    @Override
    public Optional<Tenant> findProvider() {
        return transactions.with(
                handle -> handle.createQuery(FIND_PROVIDER).map(TENANT).findOne());
    }

    @Override
    public List<Tenant> list() {
        return transactions.with(handle -> handle.createQuery(LIST).map(TENANT).list());
    }

    @Override
    public void save(Tenant tenant) {
        transactions.with(handle -> handle.createUpdate(SAVE)
                .bind("tenant", tenant.id())
                .bind("kind", tenant.kind())
                .bind("organisation", tenant.organisation())
                .bind("app", tenant.appId().value())
                .bind("brand", tenant.brand())
                .bind("secret", tenant.secret().text())
                .bind("edition", tenant.edition())
                .bind("allowance", tenant.allowance().calls())
                .bind("plan", tenant.plan().map(PlanName::value).orElse(""))
                .bind("state", tenant.state())
                .bind("tenantKey", tenant.tenantKey())
                .bind("joinsAtSignIn", tenant.joinsAtSignIn())
                .execute());
    }

    static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                Columns.tenant(row, "tenant_id"),
                Tenant.Kind.valueOf(row.getString("kind")),
                row.getString("organisation"),
                new AppId(row.getString("app_id")),
                Brand.valueOf(row.getString("brand")),
                new SealedSecret(row.getString("secret")),
                Edition.valueOf(row.getString("edition")),
                new Allowance(row.getInt("allowance")),
                Optional.of(row.getString("plan"))
                        .filter(plan -> !plan.isEmpty())
                        .map(PlanName::new),
                TenantState.valueOf(row.getString("state")),
                Columns.findText(row, "tenant_key"),
                row.getBoolean("joins_at_sign_in"));
    }
}

package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/** The table {@code call_budget}; the allowance is the tenant's. */
final class JdbiCallBudgets implements CallBudgets {

    private static final String GET = """
            select tenant.allowance, coalesce(used, 0) as used, coalesce(saved, 0) as saved, coalesce(exhausted, false) as exhausted
            from tenant
            left join call_budget on call_budget.tenant_id = tenant.tenant_id and month = :month
            where tenant.tenant_id = :tenant
            """;
    private static final String LIST = """
            select tenant.tenant_id, tenant.allowance, used, saved, exhausted
            from call_budget
            join tenant on tenant.tenant_id = call_budget.tenant_id
            where month = :month
            """;
    private static final String TAKE = """
            insert into call_budget as known (tenant_id, month, used)
            select :tenant, :month, 1 where :most > 0
            on conflict (tenant_id, month) do update
            set used = known.used + 1
            where known.used < :most and not known.exhausted
            """;
    private static final String GIVE_BACK = """
            update call_budget set used = used - 1
            where tenant_id = :tenant and month = :month and used > 0
            """;
    private static final String ADD_SAVED = """
            insert into call_budget as known (tenant_id, month, saved) values (:tenant, :month, :calls)
            on conflict (tenant_id, month) do update
            set saved = known.saved + excluded.saved
            """;
    private static final String EXHAUST = """
            insert into call_budget (tenant_id, month, exhausted) values (:tenant, :month, true)
            on conflict (tenant_id, month) do update
            set exhausted = true
            """;

    private final JdbiTransactions transactions;

    JdbiCallBudgets(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public CallBudget get(TenantId tenant, YearMonth month) {
        return transactions
                .with(handle -> handle.createQuery(GET)
                        .bind("tenant", tenant)
                        .bind("month", month)
                        .map((row, context) -> budget(tenant, month, row))
                        .findOne())
                .orElseThrow(() -> new NoSuchElementException("there is no tenant " + tenant));
    }

    @Override
    public List<CallBudget> list(YearMonth month) {
        return transactions.with(handle -> handle.createQuery(LIST)
                .bind("month", month)
                .map((row, context) -> budget(new TenantId(row.getObject("tenant_id", UUID.class)), month, row))
                .list());
    }

    private static CallBudget budget(TenantId tenant, YearMonth month, ResultSet row) throws SQLException {
        return new CallBudget(
                tenant,
                month,
                new Allowance(row.getInt("allowance")),
                row.getInt("used"),
                row.getInt("saved"),
                row.getBoolean("exhausted"));
    }

    @Override
    public boolean take(TenantId tenant, YearMonth month, int most) {
        return transactions.with(handle -> handle.createUpdate(TAKE)
                        .bind("tenant", tenant)
                        .bind("month", month)
                        .bind("most", most)
                        .execute()
                == 1);
    }

    @Override
    public void giveBack(TenantId tenant, YearMonth month) {
        change(GIVE_BACK, tenant, month);
    }

    @Override
    public void addSaved(TenantId tenant, YearMonth month, int calls) {
        transactions.with(handle -> handle.createUpdate(ADD_SAVED)
                .bind("tenant", tenant)
                .bind("month", month)
                .bind("calls", calls)
                .execute());
    }

    @Override
    public void exhaust(TenantId tenant, YearMonth month) {
        change(EXHAUST, tenant, month);
    }

    private void change(String sql, TenantId tenant, YearMonth month) {
        transactions.with(handle -> handle.createUpdate(sql)
                .bind("tenant", tenant)
                .bind("month", month)
                .execute());
    }
}

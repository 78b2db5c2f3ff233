package io.larkdesk.testkit.memory;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import java.time.YearMonth;
import java.util.function.UnaryOperator;

/** The ledger of calls, a row for each month of a tenant. */
final class InMemoryCallBudgets implements CallBudgets {

    private static final Row NOTHING = new Row(0, 0, false);

    private final InMemoryTransactions transactions;
    private final Tenants tenants;
    private final Table<Month, Row> ledger;

    InMemoryCallBudgets(InMemoryTransactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.ledger = new Table<>(transactions);
    }

    private record Month(TenantId tenant, YearMonth month) {}

    private record Row(int used, int saved, boolean exhausted) {}

    @Override
    public CallBudget get(TenantId tenant, YearMonth month) {
        Row row = row(new Month(tenant, month));
        return new CallBudget(tenant, month, tenants.get(tenant).allowance(), row.used(), row.saved(), row.exhausted());
    }

    @Override
    public boolean take(TenantId tenant, YearMonth month, int most) {
        return transactions.inTransaction(now -> {
            Month key = new Month(tenant, month);
            ledger.hold(key);
            Row row = row(key);
            if (row.exhausted() || row.used() >= most) {
                return false;
            }
            ledger.put(key, new Row(row.used() + 1, row.saved(), false));
            return true;
        });
    }

    @Override
    public void giveBack(TenantId tenant, YearMonth month) {
        change(tenant, month, row -> new Row(Math.max(0, row.used() - 1), row.saved(), row.exhausted()));
    }

    @Override
    public void addSaved(TenantId tenant, YearMonth month, int calls) {
        change(tenant, month, row -> new Row(row.used(), row.saved() + calls, row.exhausted()));
    }

    @Override
    public void exhaust(TenantId tenant, YearMonth month) {
        change(tenant, month, row -> new Row(row.used(), row.saved(), true));
    }

    private void change(TenantId tenant, YearMonth month, UnaryOperator<Row> how) {
        transactions.inTransaction(now -> {
            Month key = new Month(tenant, month);
            ledger.hold(key);
            ledger.put(key, how.apply(row(key)));
            return key;
        });
    }

    private Row row(Month key) {
        return ledger.find(key).orElse(NOTHING);
    }
}

package io.larkdesk.testkit.memory;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;

/** The ledger of calls, a row for each month of a tenant. */
final class InMemoryCallBudgets implements CallBudgets {

    private final InMemoryTransactions transactions;
    private final Tenants tenants;
    private final Table<Month, Row> ledger;

    InMemoryCallBudgets(InMemoryTransactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.ledger = new Table<>(transactions);
    }

    private record Month(TenantId tenant, YearMonth month) {}

    private record Row(Month key, int used, int saved, boolean exhausted) {

        Row with(int calls, int unneeded, boolean end) {
            return new Row(key, calls, unneeded, end);
        }
    }

    @Override
    public CallBudget get(TenantId tenant, YearMonth month) {
        return budget(row(new Month(tenant, month)));
    }

    @Override
    public List<CallBudget> list(YearMonth month) {
        return ledger.list().stream()
                .filter(row -> row.key().month().equals(month))
                .map(this::budget)
                .toList();
    }

    private CallBudget budget(Row row) {
        TenantId tenant = row.key().tenant();
        return new CallBudget(
                tenant, row.key().month(), tenants.get(tenant).allowance(), row.used(), row.saved(), row.exhausted());
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
            ledger.put(key, row.with(row.used() + 1, row.saved(), false));
            return true;
        });
    }

    @Override
    public void giveBack(TenantId tenant, YearMonth month) {
        change(tenant, month, row -> row.with(Math.max(0, row.used() - 1), row.saved(), row.exhausted()));
    }

    @Override
    public void addSaved(TenantId tenant, YearMonth month, int calls) {
        change(tenant, month, row -> row.with(row.used(), row.saved() + calls, row.exhausted()));
    }

    @Override
    public void exhaust(TenantId tenant, YearMonth month) {
        change(tenant, month, row -> row.with(row.used(), row.saved(), true));
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
        return ledger.find(key).orElseGet(() -> new Row(key, 0, 0, false));
    }
}

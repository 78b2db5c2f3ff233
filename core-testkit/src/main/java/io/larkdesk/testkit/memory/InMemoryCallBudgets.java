package io.larkdesk.testkit.memory;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The ledger of calls, a row for each month of a tenant. */
final class InMemoryCallBudgets implements CallBudgets {

    private final InMemoryTransactions transactions;
    private final Tenants tenants;
    private final Table<Month, Row> ledger;
    private final Table<Day, CallDay> days;

    InMemoryCallBudgets(InMemoryTransactions transactions, Tenants tenants) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.ledger = new Table<>(transactions);
        this.days = new Table<>(transactions);
    }

    private record Month(TenantId tenant, YearMonth month) {}

    private record Day(TenantId tenant, LocalDate day) {}

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
    public List<CallDay> listDays(Collection<TenantId> wanted, LocalDate fromInclusive, LocalDate untilExclusive) {
        return days.list().stream()
                .filter(day -> wanted.contains(day.tenant()))
                .filter(day -> !day.day().isBefore(fromInclusive) && day.day().isBefore(untilExclusive))
                .sorted(Comparator.comparing(CallDay::day)
                        .thenComparing(day -> day.tenant().value()))
                .toList();
    }

    @Override
    public boolean take(TenantId tenant, LocalDate day, CallPurpose purpose, int most) {
        return transactions.inTransaction(now -> {
            Month key = new Month(tenant, YearMonth.from(day));
            ledger.hold(key);
            Row row = row(key);
            if (row.exhausted() || row.used() >= most) {
                return false;
            }
            ledger.put(key, row.with(row.used() + 1, row.saved(), false));
            add(tenant, day, Map.of(purpose, 1), Map.of());
            return true;
        });
    }

    @Override
    public void giveBack(TenantId tenant, LocalDate day, CallPurpose purpose) {
        change(tenant, YearMonth.from(day), row -> {
            if (row.used() == 0 || day(tenant, day).calls(purpose) == 0) {
                return row;
            }
            add(tenant, day, Map.of(purpose, -1), Map.of());
            return row.with(row.used() - 1, row.saved(), row.exhausted());
        });
    }

    @Override
    public void addSaved(TenantId tenant, LocalDate day, Saving saving, int calls) {
        change(tenant, YearMonth.from(day), row -> {
            add(tenant, day, Map.of(), Map.of(saving, calls));
            return saving == Saving.READ_IN_TIME ? row.with(row.used(), row.saved() + calls, row.exhausted()) : row;
        });
    }

    /** Whoever holds the month may change its days. */
    private void add(TenantId tenant, LocalDate date, Map<CallPurpose, Integer> calls, Map<Saving, Integer> saved) {
        CallDay day = day(tenant, date);
        days.put(new Day(tenant, date), new CallDay(tenant, date, sum(day.calls(), calls), sum(day.saved(), saved)));
    }

    private static <T> Map<T, Integer> sum(Map<T, Integer> some, Map<T, Integer> more) {
        Map<T, Integer> sum = new HashMap<>(some);
        more.forEach((key, count) -> sum.merge(key, count, Integer::sum));
        return sum;
    }

    private CallDay day(TenantId tenant, LocalDate date) {
        return days.find(new Day(tenant, date)).orElseGet(() -> new CallDay(tenant, date, Map.of(), Map.of()));
    }

    @Override
    public void exhaust(TenantId tenant, YearMonth month) {
        change(tenant, month, row -> row.with(row.used(), row.saved(), true));
    }

    @Override
    public void reopen(TenantId tenant, YearMonth month) {
        change(tenant, month, row -> row.with(row.used(), row.saved(), false));
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

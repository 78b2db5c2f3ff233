package io.larkdesk.testkit.memory;

import io.larkdesk.core.budget.AllowanceChange;
import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.budget.StepEntry;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps, a row for each of a tenant's month, and changes, all of a tenant's in one row. */
final class InMemoryBudgetHistory implements BudgetHistory {

    private final InMemoryTransactions transactions;
    private final Table<Key, Row> steps;
    private final Table<TenantId, List<AllowanceChange>> changes;

    InMemoryBudgetHistory(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.steps = new Table<>(transactions);
        this.changes = new Table<>(transactions);
    }

    private record Key(TenantId tenant, YearMonth month, Step step) {

        static Key of(StepEntry entry) {
            return new Key(entry.tenant(), entry.month(), entry.step());
        }
    }

    private record Row(StepEntry entry, Optional<Instant> toldAt) {}

    @Override
    public List<StepEntry> listSteps(TenantId tenant, YearMonth month) {
        return listSteps(month).stream()
                .filter(entry -> entry.tenant().equals(tenant))
                .sorted(Comparator.comparing(StepEntry::step))
                .toList();
    }

    @Override
    public List<StepEntry> listSteps(YearMonth month) {
        return steps.list().stream()
                .map(Row::entry)
                .filter(entry -> entry.month().equals(month))
                .toList();
    }

    @Override
    public void enter(TenantId tenant, YearMonth month, Step step, Instant at, boolean isNews) {
        transactions.inTransaction(now -> {
            Key key = new Key(tenant, month, step);
            steps.hold(key);
            Row row = steps.find(key)
                    .map(known -> new Row(
                            new StepEntry(
                                    tenant,
                                    month,
                                    step,
                                    known.entry().firstAt(),
                                    latest(known.entry().lastAt(), at)),
                            known.toldAt()))
                    .orElseGet(() -> new Row(
                            new StepEntry(tenant, month, step, at, at), isNews ? Optional.empty() : Optional.of(at)));
            steps.put(key, row);
            return key;
        });
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public Optional<StepEntry> lockUntold() {
        transactions.require();
        return transactions.atOnce(() -> steps.list().stream()
                .filter(row -> row.toldAt().isEmpty())
                .map(Row::entry)
                .sorted(Comparator.comparing(StepEntry::firstAt)
                        .thenComparing(entry -> entry.tenant().value()))
                .filter(entry -> steps.tryHold(Key.of(entry)))
                .findFirst());
    }

    @Override
    public void told(StepEntry entry, Instant at) {
        transactions.inTransaction(now -> {
            steps.put(Key.of(entry), new Row(entry, Optional.of(at)));
            return entry;
        });
    }

    @Override
    public List<AllowanceChange> listChanges(TenantId tenant, int most) {
        return changes.find(tenant).orElse(List.of()).stream().limit(most).toList();
    }

    @Override
    public void add(AllowanceChange change) {
        transactions.inTransaction(now -> {
            changes.hold(change.tenant());
            changes.put(
                    change.tenant(),
                    Stream.concat(Stream.of(change), changes.find(change.tenant()).orElse(List.of()).stream())
                            .toList());
            return change;
        });
    }
}

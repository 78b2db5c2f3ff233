package io.larkdesk.testkit.memory;

import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.onboarding.LarkDay;
import io.larkdesk.core.onboarding.Preflight;
import io.larkdesk.core.onboarding.Preflights;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Preflights, drift, and days with Lark. */
final class InMemoryPreflights implements Preflights {

    private final InMemoryTransactions transactions;
    private final Table<TenantId, Preflight> preflights;
    private final Table<Key, Row> drifts;
    private final Table<TenantId, LarkDay> days;

    InMemoryPreflights(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.preflights = new Table<>(transactions);
        this.drifts = new Table<>(transactions);
        this.days = new Table<>(transactions);
    }

    private record Key(TenantId tenant, Instant foundAt) {

        static Key of(Drift drift) {
            return new Key(drift.tenant(), drift.foundAt());
        }
    }

    private record Row(Drift drift, Optional<Instant> toldAt) {}

    @Override
    public Optional<Preflight> find(TenantId tenant) {
        return preflights.find(tenant);
    }

    @Override
    public void save(Preflight preflight) {
        transactions.inTransaction(now -> {
            preflights.put(preflight.tenant(), preflight);
            return preflight;
        });
    }

    @Override
    public void forget(TenantId tenant) {
        transactions.inTransaction(now -> {
            preflights.remove(tenant);
            return tenant;
        });
    }

    @Override
    public void add(Drift drift) {
        transactions.inTransaction(now -> {
            drifts.hold(Key.of(drift));
            if (drifts.find(Key.of(drift)).isEmpty()) {
                drifts.put(Key.of(drift), new Row(drift, Optional.empty()));
            }
            return drift;
        });
    }

    @Override
    public Optional<Drift> lockUntold() {
        transactions.require();
        return transactions.atOnce(() -> drifts.list().stream()
                .filter(row -> row.toldAt().isEmpty())
                .map(Row::drift)
                .sorted(Comparator.comparing(Drift::foundAt))
                .filter(drift -> drifts.tryHold(Key.of(drift)))
                .findFirst());
    }

    @Override
    public void told(Drift drift, Instant at) {
        transactions.inTransaction(now -> {
            drifts.put(Key.of(drift), new Row(drift, Optional.of(at)));
            return drift;
        });
    }

    @Override
    public Optional<LarkDay> findDay(TenantId tenant) {
        return days.find(tenant);
    }

    @Override
    public Optional<LarkDay> lockDay(TenantId tenant) {
        transactions.require();
        days.hold(tenant);
        return days.find(tenant);
    }

    @Override
    public List<TenantId> listBroken() {
        return days.list().stream()
                .filter(day -> day.broken() && !day.inspected())
                .map(LarkDay::tenant)
                .toList();
    }

    @Override
    public void save(LarkDay day) {
        transactions.inTransaction(now -> {
            days.put(day.tenant(), day);
            return day;
        });
    }
}

package io.larkdesk.testkit.memory;

import io.larkdesk.core.deletion.Deletion;
import io.larkdesk.core.deletion.Deletions;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Deletions by tenant. */
final class InMemoryDeletions implements Deletions {

    private final InMemoryTransactions transactions;
    private final Table<TenantId, Deletion> deletions;

    InMemoryDeletions(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.deletions = new Table<>(transactions);
    }

    @Override
    public Optional<Deletion> find(TenantId tenant) {
        return deletions.find(tenant);
    }

    @Override
    public Optional<Deletion> lock(TenantId tenant) {
        transactions.require();
        deletions.hold(tenant);
        return deletions.find(tenant);
    }

    @Override
    public List<Deletion> listAll(Collection<TenantId> tenants) {
        return deletions.list().stream()
                .filter(deletion -> tenants.contains(deletion.tenant()))
                .toList();
    }

    @Override
    public Optional<Deletion> lockDue(Instant now) {
        transactions.require();
        return transactions.atOnce(() -> deletions.list().stream()
                .filter(deletion -> deletion.isDueAt(now))
                .sorted(Comparator.comparing(Deletion::lookAt)
                        .thenComparing(deletion -> deletion.tenant().toString()))
                .filter(deletion -> deletions.tryHold(deletion.tenant()))
                .findFirst());
    }

    @Override
    public void save(Deletion deletion) {
        transactions.inTransaction(now -> {
            deletions.put(deletion.tenant(), deletion);
            return deletion;
        });
    }

    @Override
    public void remove(TenantId tenant) {
        transactions.inTransaction(now -> {
            deletions.remove(tenant);
            return tenant;
        });
    }
}

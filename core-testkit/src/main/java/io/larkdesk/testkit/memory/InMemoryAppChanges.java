package io.larkdesk.testkit.memory;

import io.larkdesk.core.onboarding.AppChange;
import io.larkdesk.core.onboarding.AppChanges;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** Changes of apps, one a tenant. */
final class InMemoryAppChanges implements AppChanges {

    private final InMemoryTransactions transactions;
    private final Table<TenantId, AppChange> changes;

    InMemoryAppChanges(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.changes = new Table<>(transactions);
    }

    @Override
    public Optional<AppChange> find(TenantId tenant) {
        return changes.find(tenant);
    }

    @Override
    public void save(AppChange change) {
        transactions.inTransaction(now -> {
            changes.put(change.tenant(), change);
            return change;
        });
    }

    @Override
    public void delete(TenantId tenant) {
        transactions.inTransaction(now -> {
            changes.remove(tenant);
            return tenant;
        });
    }

    List<AppChange> list() {
        return changes.list();
    }

    /** Replaces the secret, if it is {@code old}. */
    boolean replace(TenantId tenant, SealedSecret old, SealedSecret secret) {
        changes.hold(tenant);
        Optional<AppChange> unchanged =
                changes.find(tenant).filter(change -> change.secret().equals(old));
        unchanged.ifPresent(change -> changes.put(
                tenant,
                new AppChange(
                        tenant, change.appId(), secret, change.tenantKey(), change.begunAt(), change.preflight())));
        return unchanged.isPresent();
    }
}

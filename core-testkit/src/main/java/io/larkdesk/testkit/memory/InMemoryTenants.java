package io.larkdesk.testkit.memory;

import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Tenants, of which one row after another is changed: uniqueness spans them all. */
final class InMemoryTenants implements Tenants {

    private static final Comparator<Tenant> ORDER =
            Comparator.comparing(Tenant::isProvider).reversed().thenComparing(Tenant::organisation);

    private final InMemoryTransactions transactions;
    private final Table<TenantId, Tenant> tenants;
    private final Table<AppId, TenantId> formerApps;
    private final Table<TenantId, CallTerms> configured;
    private final Object uniqueness = new Object();

    InMemoryTenants(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.tenants = new Table<>(transactions);
        this.formerApps = new Table<>(transactions);
        this.configured = new Table<>(transactions);
    }

    @Override
    public Optional<Tenant> findByApp(AppId app) {
        return tenants.list().stream()
                .filter(tenant -> tenant.appId().equals(app))
                .findAny();
    }

    @Override
    public Tenant get(TenantId id) {
        return tenants.find(id).orElseThrow(() -> new NoSuchElementException("no tenant " + id));
    }

    @Override
    public Tenant hold(TenantId id) {
        return lock(id);
    }

    @Override
    public Tenant lock(TenantId id) {
        transactions.require();
        tenants.hold(id);
        return get(id);
    }

    @Override
    public Optional<Tenant> findByFormerApp(AppId app) {
        return transactions.atOnce(() -> findByApp(app).isPresent()
                ? Optional.empty()
                : formerApps.find(app).map(this::get));
    }

    @Override
    public void addFormerApp(TenantId tenant, AppId app) {
        transactions.inTransaction(now -> {
            formerApps.put(app, tenant);
            return tenant;
        });
    }

    @Override
    public Optional<CallTerms> findConfigured(TenantId tenant) {
        return configured.find(tenant);
    }

    @Override
    public void configure(TenantId tenant, CallTerms terms) {
        transactions.inTransaction(now -> {
            configured.put(tenant, terms);
            return tenant;
        });
    }

    @Override
    public List<Tenant> listAll(Collection<TenantId> ids) {
        return ids.stream().distinct().flatMap(id -> tenants.find(id).stream()).toList();
    }

    @Override
    public Optional<Tenant> findProvider() {
        return tenants.list().stream().filter(Tenant::isProvider).findAny();
    }

    @Override
    public List<Tenant> list() {
        return tenants.list().stream().sorted(ORDER).toList();
    }

    @Override
    public void save(Tenant tenant) {
        transactions.inTransaction(now -> {
            transactions.hold(uniqueness);
            boolean taken = tenants.list().stream()
                    .filter(other -> !other.id().equals(tenant.id()))
                    .anyMatch(other ->
                            other.appId().equals(tenant.appId()) || (other.isProvider() && tenant.isProvider()));
            if (taken) {
                throw new ConflictException("another tenant has the same App ID, or is the provider");
            }
            tenants.put(tenant.id(), tenant);
            return tenant;
        });
    }

    /** Replaces the secret, if it is {@code old}. */
    boolean replace(TenantId id, SealedSecret old, SealedSecret secret) {
        tenants.hold(id);
        Optional<Tenant> unchanged =
                tenants.find(id).filter(tenant -> tenant.secret().equals(old));
        unchanged.ifPresent(tenant -> tenants.put(id, tenant.withSecret(secret)));
        return unchanged.isPresent();
    }
}

package io.larkdesk.core.person;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which of many sessions still hold; whatever stays open for long, asks now and then. It keeps none of them alive. */
@Singleton
public final class CheckSessions {

    private final Transactions transactions;
    private final Sessions sessions;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public CheckSessions(Transactions transactions, Sessions sessions, Tenants tenants) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /** Those of {@code keys} whose session is not over, and whose person's tenant is in service. */
    public Set<SessionKey> execute(Collection<SessionKey> keys) {
        return transactions.inTransaction(now -> {
            List<Session> alive = sessions.listAll(keys).stream()
                    .filter(session -> session.isAliveAt(now))
                    .toList();
            Set<TenantId> served = inService(
                    alive.stream().map(session -> session.person().tenant()).collect(Collectors.toSet()));
            return alive.stream()
                    .filter(session -> served.contains(session.person().tenant()))
                    .map(Session::key)
                    .collect(Collectors.toUnmodifiableSet());
        });
    }

    private Set<TenantId> inService(Set<TenantId> ids) {
        return tenants.listAll(ids).stream()
                .filter(Tenant::isInService)
                .map(Tenant::id)
                .collect(Collectors.toSet());
    }
}

package io.larkdesk.core.onboarding;

import io.larkdesk.core.tenant.TenantId;
import java.util.Optional;

/** The changes of apps that have begun, at most one a tenant. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface AppChanges {

    /** That of {@code tenant}; empty if none has begun. */
    Optional<AppChange> find(TenantId tenant);

    /** Stores {@code change} in the place of the tenant's. */
    void save(AppChange change);

    /** Forgets the tenant's, if there is one. */
    void delete(TenantId tenant);
}

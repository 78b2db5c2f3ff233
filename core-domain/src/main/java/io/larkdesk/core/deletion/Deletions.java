package io.larkdesk.core.deletion;

import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The deletions that stand, at most one a tenant. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Deletions {

    /** The deletion of {@code tenant}, if one stands. */
    Optional<Deletion> find(TenantId tenant);

    /**
     * The same, held until the running transaction ends, waiting for others.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<Deletion> lock(TenantId tenant);

    /** Those of {@code tenants}, in any order. */
    List<Deletion> listAll(Collection<TenantId> tenants);

    /**
     * Locks, until the running transaction ends, the one of those {@link Deletion#isDueAt due} at {@code now} that has been so the longest.
     * What another transaction has locked is skipped, not waited for.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<Deletion> lockDue(Instant now);

    /** Stores {@code deletion}, new or as it stands now. */
    void save(Deletion deletion);

    /** Forgets that of {@code tenant}, if one stands. */
    void remove(TenantId tenant);
}

package io.larkdesk.core.deletion;

import io.larkdesk.core.tenant.TenantId;

/**
 * Deletes what a store has of a tenant, wherever that is: also what is kept of the provider's people, or for its systems, about the
 * tenant. Only while the tenant's {@link Deletion} is begun; of the audit log it is the only thing that is ever deleted. Files whose bytes are
 * in an object store are discarded and not deleted: whoever tidies files takes their objects away, and then them. Thread-safe.
 */
public interface Erasure {

    /**
     * Deletes some of it, at most {@code most} rows. What others write meanwhile is found by the next call.
     *
     * @return what was deleted; {@link Tally#NONE} if nothing is left but what {@link #finish} deletes
     * @throws IllegalStateException outside a transaction
     */
    Tally erase(TenantId tenant, int most);

    /** Whether there are files of the tenant, if only discarded ones. Joins the running transaction, or is one of its own. */
    boolean hasFiles(TenantId tenant);

    /**
     * Deletes the rest: the tenant itself, so that another may have its Lark app, the end of its audit log, and its {@link Deletion}.
     *
     * @throws IllegalStateException outside a transaction
     */
    void finish(TenantId tenant);
}

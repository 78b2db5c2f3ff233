package io.larkdesk.core.audit;

import java.util.List;

/**
 * The books of the audit log; nothing of them is ever changed or deleted. Methods join the running transaction, or are one of their own.
 * Thread-safe.
 */
public interface AuditTrail {

    /** How far the book goes. */
    AuditEnd end(AuditBook book);

    /**
     * The same, held until the running transaction ends: others who lock it wait until then, and find what this one leaves.
     *
     * @throws IllegalStateException outside a transaction
     */
    AuditEnd lockEnd(AuditBook book);

    /**
     * Adds {@code entry} after the last one of its book; the end is locked before.
     *
     * @throws io.larkdesk.core.shared.ConflictException if there is an entry at its place already
     */
    void append(AuditEntry entry);

    /** At most {@code limit} entries of the book after {@code placeExclusive}: the first of them, in order. */
    List<AuditEntry> listAfter(AuditBook book, long placeExclusive, int limit);

    /** At most {@code limit} entries that are wanted, the newest first; of the same instant by book and place, both descending. */
    List<AuditEntry> list(AuditQuery query, int limit);

    /** All books with an entry, the provider's first. */
    List<AuditBook> listBooks();
}

package io.larkdesk.core.notice;

import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The notices, stored in the transactions that cause them, and of which gaps of the roster somebody was told. Methods join the running
 * transaction, or are one of their own. Thread-safe.
 */
public interface Notices {

    /** Stores {@code notice}, new or as it stands now. */
    void save(Notice notice);

    /**
     * The notice of {@code tenant}'s person, held until the running transaction ends, waiting for others.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<Notice> lock(TenantId tenant, NoticeId id);

    /**
     * Locks, until this transaction ends, at most {@code limit} notices, the longest due first, which are due at {@code now} (exactly then,
     * or earlier). What another transaction has locked is skipped, not waited for.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<Notice> lockDue(Instant now, int limit);

    /**
     * Of which gaps in {@code provider}'s roster somebody was told, held until the running transaction ends, waiting for others; of none if
     * nothing is stored.
     *
     * @throws IllegalStateException outside a transaction
     */
    ToldGaps lockGaps(TenantId provider);

    /** Stores {@code gaps} in the place of what was stored for their provider. */
    void save(ToldGaps gaps);
}

package io.larkdesk.core.escalation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The pages, stored in the transactions that cause them. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Pages {

    /**
     * Stores new pages. Of what somebody gets already (same Emergency, kind and number, same person), nothing is stored again.
     *
     * @return those that are new
     */
    List<Page> add(Collection<Page> pages, Instant now);

    /** All pages about the Emergency, those added first before others. */
    List<Page> list(EmergencyId emergency);

    /**
     * The page, held until the running transaction ends, waiting for others.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<Page> lock(EmergencyId emergency, PageId id);

    /** Stores how {@code page}, which this transaction holds, stands now; and that it was noted at {@code now}. */
    void save(Page page, Instant now);

    /**
     * Locks, until this transaction ends, at most {@code limit} pages, the longest due first, which are due at {@code now} (exactly then,
     * or earlier); or which are due some time, but were noted more than {@link Emergency#CLOCK_STEP} after {@code now}. What another
     * transaction has locked is skipped, not waited for.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<Page> lockDue(Instant now, int limit);

    /** When the earliest due page is due, perhaps in the past; empty if none is. */
    Optional<Instant> findEarliestDue();
}

package io.larkdesk.core.reminder;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Each person's permit, and when the person is to be looked at next. Thread-safe; several nodes use it at once.
 */
public interface Permits {

    /**
     * Sees to it that each of {@code persons} is looked at {@code at} or earlier, but not before the permit could be taken. Joins the
     * running transaction.
     */
    void wake(Collection<PersonId> persons, Instant at);

    /**
     * Locks, until this transaction ends, at most {@code limit} permits whose persons are due at {@code now}, the longest due first. What
     * another transaction has locked is skipped, not waited for. Only inside a transaction.
     */
    List<Permit> lockDue(Instant now, int limit);

    /** Locks the person's permit until this transaction ends, waiting for others. Only inside a transaction. */
    Permit lock(PersonId person);

    /** Stores a permit that this transaction has locked, and when to look at the person next; empty: not until woken. */
    void save(Permit permit, Optional<Instant> due);

    /** When the earliest due person is due, perhaps in the past; empty if none is. */
    Optional<Instant> findEarliestDue();
}

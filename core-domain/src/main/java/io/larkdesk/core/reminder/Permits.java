package io.larkdesk.core.reminder;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Each person's permit, when the person is to be looked at next (due), and when that was noted. A person of whom nothing was stored has
 * {@link Permit#unused} and is not due. Thread-safe; several nodes use it at once.
 */
public interface Permits {

    /**
     * Sees to it that each of {@code persons} is looked at {@code at}, or when the permit opens if that is later. Whoever is due earlier
     * stays so, and so does whoever's permit is held, because that reminder comes first. Joins the running transaction, waiting for
     * others that have locked one of these permits.
     *
     * @param persons in the order of {@link PersonId#compareTo}, so that no two transactions wait for each other
     * @param at when to look
     * @param now the present; noted, but for those noted later already
     */
    void wake(Collection<PersonId> persons, Instant at, Instant now);

    /**
     * Locks, until this transaction ends, at most {@code limit} permits of persons who are due at {@code now} (exactly then, or
     * earlier); or who are due some time, but noted more than {@link Permit#CLOCK_STEP} after {@code now}, so that their due means
     * nothing since the clock was set back. What another transaction has locked is skipped, not waited for.
     *
     * <p>Tenants take turns, so that none waits for all that another one has to do: each permit has a place in its tenant, counted from
     * one, after those that are held there for an attempt that lasts; the first places come first, and among equals the longest due.
     *
     * @param share permits with a higher place than this stay where they are
     * @throws IllegalStateException outside a transaction
     */
    List<Permit> lockDue(Instant now, int limit, int share);

    /**
     * Locks, until this transaction ends, at most {@code limit} permits of persons who have a pending mention and are not due at any time:
     * nobody looks at them until they are woken. What another transaction has locked is skipped, not waited for.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<Permit> lockAsleep(int limit);

    /** The person's permit, as it is now. */
    Permit get(PersonId person);

    /**
     * Locks the person's permit until this transaction ends, waiting for others.
     *
     * @throws IllegalStateException outside a transaction
     */
    Permit lock(PersonId person);

    /**
     * Stores a permit that this transaction has locked.
     *
     * @param permit as it is from now on
     * @param due when to look at the person next; empty: not until woken
     * @param now the present; noted
     */
    void save(Permit permit, Optional<Instant> due, Instant now);

    /** How many people are due at {@code dueAt} or earlier. */
    int countDue(Instant dueAt);

    /** When the earliest due person is due, perhaps in the past; empty if none is. */
    Optional<Instant> findEarliestDue();
}

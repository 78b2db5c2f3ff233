package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The Emergencies, each with all who declared it. Methods join the running transaction, or are one of their own. Thread-safe; several
 * nodes use it at once.
 */
public interface Emergencies {

    /** The Emergency, whatever has become of it. */
    Optional<Emergency> find(EmergencyId id);

    /** The ticket's Emergency that is not over. */
    Optional<Emergency> findActive(GroupId ticket);

    /** The ticket's Emergency that was declared last, whatever has become of it. */
    Optional<Emergency> findLast(GroupId ticket);

    /**
     * The same as {@link #find}, held until the running transaction ends: others who lock it wait until then, and find what this one
     * leaves.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<Emergency> lock(EmergencyId id);

    /**
     * Stores {@code emergency}, with its start as the first declaration.
     *
     * @throws io.larkdesk.core.shared.ConflictException if the ticket has one that is not over
     */
    void add(Emergency emergency, Instant now);

    /** Stores how {@code emergency}, which this transaction holds, stands now; and that it was noted at {@code now}. */
    void save(Emergency emergency, Instant now);

    /** Stores that somebody declared an Emergency that was there already; the same client id again changes nothing. */
    void join(EmergencyId emergency, Emergency.Declaration declaration);

    /** All who declared it, the start first, in order of time. */
    List<Emergency.Declaration> listDeclarations(EmergencyId emergency);

    /** The Emergency of {@code ticket} that {@code person} declared with this client id, whatever has become of it. */
    Optional<Emergency> findByClientId(GroupId ticket, PersonId person, ClientId clientId);

    /** How many Emergencies {@code person} started at {@code since} or later. */
    int countStartedBy(PersonId person, Instant since);

    /**
     * Locks, until this transaction ends, at most {@code limit} Emergencies, the longest due first, for which something is due at
     * {@code now} (exactly then, or earlier); or which have something due some time, but were noted more than {@link Emergency#CLOCK_STEP} after
     * {@code now}. What another transaction has locked is skipped, not waited for.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<Emergency> lockDue(Instant now, int limit);

    /** Those for which something was due at {@code dueAt} or earlier, the longest due first; at most {@code limit}. Nothing is held. */
    List<Emergency> listDue(Instant dueAt, int limit);

    /** When the earliest due one is due, perhaps in the past; empty if none is. */
    Optional<Instant> findEarliestDue();

    /** Those that are not over, of all tenants, the oldest first, after {@code after} if it is given; at most {@code limit}. */
    List<Emergency> listActive(Optional<EmergencyId> after, int limit);

    /** The tenant's that are not over, in any order. */
    List<Emergency> listActive(TenantId tenant);

    /** Those of {@code tickets} that are not over, in any order. */
    List<Emergency> listActive(Collection<GroupId> tickets);

    /** How many are not over, of all tenants. */
    int countActive();

    /**
     * Those that are over, of all tenants, the last to end first, then those that ended before {@code before} did if it is given; at most
     * {@code limit}. None if that one is not over.
     */
    List<Emergency> listEnded(Optional<EmergencyId> before, int limit);
}

package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The Reminders of all tickets. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Reminders {

    /** The ticket's last Reminders, the last one first; at most {@code limit}. */
    List<Reminder> listLast(GroupId ticket, int limit);

    /** The last Reminder of each of {@code tickets} that has any, in any order. */
    List<Reminder> listLastOfEach(Collection<GroupId> tickets);

    /** The Reminder that {@code person} sent with this client id. */
    Optional<Reminder> findByClientId(GroupId ticket, PersonId person, ClientId clientId);

    /**
     * Stores a new one.
     *
     * @throws io.larkdesk.core.shared.ConflictException if the same person sent one with the same client id meanwhile
     */
    void add(Reminder reminder);

    /** Stores how {@code reminder}, which this transaction holds, stands now. */
    void save(Reminder reminder);

    /**
     * Locks, until this transaction ends, at most {@code limit} Reminders that are to be looked at by {@code now}; or so much later than
     * {@link Reminding#LONGEST_REST} from now that the database's clock was set back. What another transaction has locked is skipped.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<Reminder> lockDue(Instant now, int limit);

    /** When the first Reminder is to be looked at, perhaps in the past; empty if none is. */
    Optional<Instant> findEarliestDue();
}

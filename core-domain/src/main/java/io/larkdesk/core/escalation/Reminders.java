package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.util.List;
import java.util.Optional;

/** The Reminders of all tickets. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Reminders {

    /** The ticket's last Reminders, the last one first; at most {@code limit}. */
    List<Reminder> listLast(GroupId ticket, int limit);

    /** The Reminder that {@code person} sent with this client id. */
    Optional<Reminder> findByClientId(GroupId ticket, PersonId person, ClientId clientId);

    /**
     * Stores a new one.
     *
     * @throws io.larkdesk.core.shared.ConflictException if the same person sent one with the same client id meanwhile
     */
    void add(Reminder reminder);
}

package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Every mention ever made, and its Decision once it has one. A mention is pending until a reminder covers it or it is decided. Methods
 * join the running transaction, or are one of their own. Thread-safe.
 */
public interface Mentions {

    /** Notes that {@code message} mentions {@code persons}; who is noted already stays as it is. Returns those that are new. */
    Collection<PersonId> add(MessageId message, Collection<PersonId> persons, Instant mentionedAt);

    /** The person's pending mentions with their facts as of now, oldest first, at most {@code limit}. */
    List<MentionFacts> listPending(PersonId person, int limit);

    /** Whether the person has any pending mention. */
    boolean hasPending(PersonId person);

    /** Puts pending mentions of {@code person} under {@code reminder}: they are pending no longer. */
    void cover(PersonId person, ReminderId reminder, Collection<MessageId> messages);

    /** The mentions under {@code reminder} with their facts as of now, oldest first. */
    List<MentionFacts> listCovered(PersonId person, ReminderId reminder);

    /** Makes the mentions under {@code reminder} pending again; nothing of it was delivered. */
    void uncover(PersonId person, ReminderId reminder);

    /**
     * Records the end of a mention, for good.
     *
     * @throws IllegalStateException if it has one already, or there is no such mention
     */
    void decide(MessageId message, PersonId person, Decision decision);

    /** How the mention ended; empty while it has not, or if there is no such mention. */
    Optional<Decision> findDecision(MessageId message, PersonId person);
}

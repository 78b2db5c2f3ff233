package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Every mention ever made, and its Decision once it has one. A mention is pending until a reminder covers it or it is decided. Methods
 * join the running transaction, or are one of their own. Thread-safe.
 */
public interface Mentions {

    /**
     * Notes that {@code message} mentions {@code persons}, and how far each of them has read the group. Who is noted already stays as it
     * is, decided or not; but a mention that ended because an edit took it out is as a new one.
     *
     * @return those that are new
     */
    Collection<PersonId> add(MessageId message, Collection<PersonId> persons, Instant mentionedAt);

    /** The person's pending mentions with their facts as of now, those mentioned first before others, at most {@code limit}. */
    List<MentionFacts> listPending(PersonId person, int limit);

    /** Whether the person has any pending mention. */
    boolean hasPending(PersonId person);

    /**
     * Puts pending mentions of {@code person} under {@code reminder}: they are pending no longer.
     *
     * @throws IllegalStateException if one of them is not pending
     */
    void cover(PersonId person, ReminderId reminder, Collection<MessageId> messages);

    /** The undecided mentions under {@code reminder} with their facts as of now, those mentioned first before others. */
    List<MentionFacts> listCovered(PersonId person, ReminderId reminder);

    /** Makes the undecided mentions under {@code reminder} pending again; nothing of it was delivered. */
    void uncover(PersonId person, ReminderId reminder);

    /**
     * Records the end of the mentions of {@code person} in {@code messages}, of all or of none; for good, unless it is a failure that is
     * taken back, or an edit that took the mention out, and another one puts it back.
     *
     * @throws IllegalStateException if one of them has an end already, or there is no such mention
     */
    void decide(Collection<MessageId> messages, PersonId person, Decision decision);

    /**
     * Takes back that the mention failed: it is pending again, under no reminder, and will have another end.
     *
     * @return false, and nothing is changed, if there is no such mention or its Decision is none with a
     *     {@linkplain Decision.Reason#isFailure failure}
     */
    boolean reopen(MessageId message, PersonId person);

    /** The mention with its facts as of now, decided or not; empty if there is no such mention. */
    Optional<MentionFacts> find(MessageId message, PersonId person);

    /** How the mention ended; empty while it has not, or if there is no such mention. */
    Optional<Decision> findDecision(MessageId message, PersonId person);

    /**
     * The last mentions of the tenant's own people since {@code fromInclusive}, in whatever groups, the latest first, at most
     * {@code limit}.
     */
    List<PastMention> listLast(TenantId tenant, Instant fromInclusive, int limit);

    /** At most {@code limit} mentions that are wanted, the latest first; see {@link LogSpot} for those of the same instant. */
    List<LoggedMention> listLog(LogQuery query, int limit);
}

package io.larkdesk.app.health;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.LogQuery;
import io.larkdesk.core.reminder.LoggedMention;
import io.larkdesk.core.reminder.MentionFacts;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.PastMention;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts the decisions about mentions, once they are committed. */
public final class MeteredMentions implements Mentions {

    private final Mentions mentions;
    private final Transactions transactions;
    private final MeterRegistry meters;

    /** Takes what it counts for. */
    public MeteredMentions(Mentions mentions, Transactions transactions, MeterRegistry meters) {
        this.mentions = mentions;
        this.transactions = transactions;
        this.meters = meters;
    }

    @Override
    public void decide(Collection<MessageId> messages, PersonId person, Decision decision) {
        mentions.decide(messages, person, decision);
        transactions.afterCommit(() -> meters.counter("larkdesk.mentions.decided", "decision", word(decision))
                .increment(messages.size()));
    }

    private static String word(Decision decision) {
        if (decision instanceof Decision.NotReminded not) {
            return not.reason().name().toLowerCase(Locale.ROOT);
        }
        return ((Decision.Reminded) decision).confirmed() ? "reminded" : "reminded_unconfirmed";
    }

    @Override
    public Collection<PersonId> add(MessageId message, Collection<PersonId> persons, Instant mentionedAt) {
        return mentions.add(message, persons, mentionedAt);
    }

    @Override
    public List<MentionFacts> listPending(PersonId person, int limit) {
        return mentions.listPending(person, limit);
    }

    @Override
    public boolean hasPending(PersonId person) {
        return mentions.hasPending(person);
    }

    @Override
    public void cover(PersonId person, ReminderId reminder, Collection<MessageId> messages) {
        mentions.cover(person, reminder, messages);
    }

    @Override
    public List<MentionFacts> listCovered(PersonId person, ReminderId reminder) {
        return mentions.listCovered(person, reminder);
    }

    @Override
    public void uncover(PersonId person, ReminderId reminder) {
        mentions.uncover(person, reminder);
    }

    @Override
    public Optional<MentionFacts> find(MessageId message, PersonId person) {
        return mentions.find(message, person);
    }

    @Override
    public Optional<Decision> findDecision(MessageId message, PersonId person) {
        return mentions.findDecision(message, person);
    }

    @Override
    public List<PastMention> listLast(TenantId tenant, Instant fromInclusive, int limit) {
        return mentions.listLast(tenant, fromInclusive, limit);
    }

    @Override
    public boolean reopen(MessageId message, PersonId person) {
        return mentions.reopen(message, person);
    }

    @Override
    public List<LoggedMention> listLog(LogQuery query, int limit) {
        return mentions.listLog(query, limit);
    }
}

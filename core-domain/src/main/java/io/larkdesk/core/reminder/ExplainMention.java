package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Explanation.Cause;
import io.larkdesk.core.reminder.Explanation.Decided;
import io.larkdesk.core.reminder.Explanation.Waiting;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Answers a person's question "why was I (not) reminded?". */
@Singleton
public final class ExplainMention {

    private final Transactions transactions;
    private final Members members;
    private final Mentions mentions;
    private final Permits permits;
    private final QuietTimes quietTimes;
    private final ReminderPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public ExplainMention(
            Transactions transactions,
            Members members,
            Mentions mentions,
            Permits permits,
            QuietTimes quietTimes,
            ReminderPolicy policy) {
        this.transactions = transactions;
        this.members = members;
        this.mentions = mentions;
        this.permits = permits;
        this.quietTimes = quietTimes;
        this.policy = policy;
    }

    /** What became of the asker's mention in {@code message}; empty if there is none that the asker may know of. */
    public Optional<Explanation> execute(MessageId message, PersonId asker) {
        return transactions.inTransaction(now -> members.find(message.group(), asker)
                .filter(Member::isIn)
                .flatMap(member -> mentions.findDecision(message, asker)
                        .<Explanation>map(Decided::new)
                        .or(() -> mentions.find(message, asker).map(mention -> waiting(mention, now)))));
    }

    private Waiting waiting(MentionFacts mention, Instant now) {
        Permit permit = permits.get(mention.person());
        if (permit instanceof Permit.Held held) {
            return new Waiting(Cause.ON_ITS_WAY, held.deadline());
        }
        Instant opens = ((Permit.Free) permit).notBefore();
        Optional<Instant> quiet = quietTimes.get(mention.person()).until(now).filter(opens::isBefore);
        if (quiet.isPresent()) {
            return new Waiting(Cause.QUIET_TIME, quiet.get());
        }
        if (now.isBefore(opens)) {
            return new Waiting(Cause.WINDOW, opens);
        }
        return mention.isLookedAt(now)
                ? new Waiting(Cause.LOOKING, mention.lookingUntil().orElseThrow())
                : new Waiting(Cause.GRACE, mention.mentionedAt().plus(policy.grace()));
    }
}

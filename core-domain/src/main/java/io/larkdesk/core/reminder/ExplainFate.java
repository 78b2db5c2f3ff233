package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Explanation.Cause;
import io.larkdesk.core.reminder.Explanation.Decided;
import io.larkdesk.core.reminder.Explanation.Waiting;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Tells what became of a mention, or what it waits for. Part of all that explain mentions: who asks has seen to it that it may be told. */
@Singleton
public final class ExplainFate {

    private final Mentions mentions;
    private final Permits permits;
    private final QuietTimes quietTimes;
    private final ReminderPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public ExplainFate(Mentions mentions, Permits permits, QuietTimes quietTimes, ReminderPolicy policy) {
        this.mentions = mentions;
        this.permits = permits;
        this.quietTimes = quietTimes;
        this.policy = policy;
    }

    /** What became of {@code person}'s mention in {@code message}; empty if there is none. Joins the running transaction. */
    public Optional<Explanation> execute(MessageId message, PersonId person, Instant now) {
        return mentions.findDecision(message, person)
                .<Explanation>map(Decided::new)
                .or(() -> mentions.find(message, person).map(mention -> waiting(mention, now)));
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

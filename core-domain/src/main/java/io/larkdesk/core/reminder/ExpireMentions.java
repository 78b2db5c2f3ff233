package io.larkdesk.core.reminder;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ends all mentions of which somebody is to be told, now or later, without that anybody is: after a backup was restored. What was under way when
 * it was made counts as delivered.
 */
@Singleton
public final class ExpireMentions {

    private static final int MENTIONS_AT_ONCE = 500;

    private final Transactions transactions;
    private final Permits permits;
    private final Mentions mentions;
    private final AssessTenant assess;

    /** Takes its collaborators. */
    @Inject
    public ExpireMentions(Transactions transactions, Permits permits, Mentions mentions, AssessTenant assess) {
        this.transactions = transactions;
        this.permits = permits;
        this.mentions = mentions;
        this.assess = assess;
    }

    /**
     * Ends those of some people.
     *
     * @param until of those who are due at this instant, or earlier; and after them of those who are not due until they are woken, such as
     *     those whom a change of app left behind
     * @param limit of at most so many people
     * @return of how many; 0 once there is nothing more to end
     */
    public int execute(Instant until, int limit) {
        return transactions.inTransaction(now -> {
            List<Permit> due = permits.lockDue(until, limit, limit);
            List<Permit> found = due.isEmpty() ? permits.lockAsleep(limit) : due;
            found.forEach(permit -> expire(permit, now));
            return found.size();
        });
    }

    private void expire(Permit permit, Instant now) {
        Permit next = permit instanceof Permit.Held held ? giveUp(held, now) : permit;
        for (List<MentionFacts> pending = pending(permit); !pending.isEmpty(); pending = pending(permit)) {
            Decision expired = new Decision.NotReminded(Decision.Reason.EXPIRED, now);
            mentions.decide(MentionFacts.messages(pending), permit.person(), expired);
        }
        permits.save(next, Optional.empty(), now);
    }

    private Permit giveUp(Permit.Held held, Instant now) {
        return ClaimReminders.giveUp(
                held, mentions, assess.execute(held.person(), now).policy(), now);
    }

    private List<MentionFacts> pending(Permit permit) {
        return mentions.listPending(permit.person(), MENTIONS_AT_ONCE);
    }
}

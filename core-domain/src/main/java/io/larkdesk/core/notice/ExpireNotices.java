package io.larkdesk.core.notice;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Ends all notices that are to be sent, now or later, after a backup was restored. What was under way when it was made may have arrived. */
@Singleton
public final class ExpireNotices {

    private final Transactions transactions;
    private final Notices notices;

    /** Takes its collaborators. */
    @Inject
    public ExpireNotices(Transactions transactions, Notices notices) {
        this.transactions = transactions;
        this.notices = notices;
    }

    /**
     * Ends some.
     *
     * @param until those due at this instant, or earlier
     * @param limit at most so many
     * @return how many; 0 once there is nothing more to end
     */
    public int execute(Instant until, int limit) {
        return transactions.inTransaction(now -> {
            List<Notice> due = notices.lockDue(until, limit);
            due.forEach(notice -> notices.save(notice.in(new Delivery.Over(end(notice), now))));
            return due.size();
        });
    }

    private static Delivery.End end(Notice notice) {
        return notice.delivery() instanceof Delivery.Sending ? Delivery.End.UNCONFIRMED : Delivery.End.EXPIRED;
    }
}

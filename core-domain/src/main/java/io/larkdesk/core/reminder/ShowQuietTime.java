package io.larkdesk.core.reminder;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows a person's own quiet time. */
@Singleton
public final class ShowQuietTime {

    private final Transactions transactions;
    private final QuietTimes quietTimes;

    /** Takes its collaborators. */
    @Inject
    public ShowQuietTime(Transactions transactions, QuietTimes quietTimes) {
        this.transactions = transactions;
        this.quietTimes = quietTimes;
    }

    /** What {@code person} chose, without a pause that is over. */
    public QuietTime execute(PersonId person) {
        return transactions.inTransaction(now -> {
            QuietTime quiet = quietTimes.get(person);
            return quiet.pausedUntil(quiet.pauseAt(now));
        });
    }
}

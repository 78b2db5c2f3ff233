package io.larkdesk.core.notice;

import io.larkdesk.core.notice.NoticeChannel.Outcome;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Stores how an attempt to send a notice ended. One that was overtaken by a later one changes nothing. */
@Singleton
public final class SettleNotice {

    private final Transactions transactions;
    private final Notices notices;

    /** Takes its collaborators. */
    @Inject
    public SettleNotice(Transactions transactions, Notices notices) {
        this.transactions = transactions;
        this.notices = notices;
    }

    /** Settles the attempt for which {@code claimed} was taken. False if a later one has taken over. */
    public boolean execute(Notice claimed, Outcome outcome) {
        return transactions.inTransaction(now -> {
            boolean isLast =
                    notices.lock(claimed.person().tenant(), claimed.id()).equals(Optional.of(claimed));
            if (isLast && claimed.delivery() instanceof Delivery.Sending sending) {
                notices.save(claimed.in(after(sending, outcome, now)));
            }
            return isLast;
        });
    }

    private static Delivery after(Delivery.Sending sending, Outcome outcome, Instant now) {
        if (outcome instanceof NoticeChannel.Delivered) {
            return sending.delivered(now);
        }
        if (outcome instanceof NoticeChannel.Refused) {
            return sending.refused(now);
        }
        return outcome instanceof NoticeChannel.Deferred deferred
                ? sending.deferred(deferred.pause(), now)
                : sending.unknown();
    }
}

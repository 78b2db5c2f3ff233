package io.larkdesk.app.notices;

import io.larkdesk.app.work.Gate;
import io.larkdesk.core.notice.ClaimNotices;
import io.larkdesk.core.notice.ClaimNotices.Claim;
import io.larkdesk.core.notice.Delivery;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.NoticeChannel;
import io.larkdesk.core.notice.NoticeChannel.Deferred;
import io.larkdesk.core.notice.NoticeChannel.Delivered;
import io.larkdesk.core.notice.NoticeChannel.Outcome;
import io.larkdesk.core.notice.NoticeChannel.Refused;
import io.larkdesk.core.notice.NoticeChannel.Unknown;
import io.larkdesk.core.notice.SettleNotice;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends, every minute and on every node, the notices that are due; there are few, and none is urgent. */
@Singleton
final class NoticeRounds {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRounds.class);

    private final ClaimNotices claimNotices;
    private final NoticeChannel channel;
    private final SettleNotice settleNotice;
    private final Gate gate;

    NoticeRounds(ClaimNotices claimNotices, NoticeChannel channel, SettleNotice settleNotice, Gate gate) {
        this.claimNotices = claimNotices;
        this.channel = channel;
        this.settleNotice = settleNotice;
        this.gate = gate;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "40s")
    void send() {
        try {
            // One by one, so that each has all of its time
            for (List<Claim> next = claim(); !next.isEmpty(); next = claim()) {
                next.forEach(this::send);
            }
        } catch (RuntimeException e) {
            LOG.warn("Notices could not be sent; the next try is in a minute", e);
        }
    }

    private List<Claim> claim() {
        return gate.isOpen() ? claimNotices.execute(1) : List.of();
    }

    private void send(Claim claim) {
        Notice notice = claim.message().notice();
        Outcome outcome = attempt(claim);
        boolean counted = settleNotice.execute(notice, outcome);
        LOG.info(
                "notice={} kind={} person={} outcome={}{}",
                notice.id(),
                notice.matter().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                notice.person(),
                counted ? outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT) : "overtaken",
                detail(outcome));
    }

    private Outcome attempt(Claim claim) {
        try {
            return channel.send(claim.tenant(), claim.message(), Delivery.ATTEMPT_WITHIN);
        } catch (RuntimeException e) {
            LOG.error("notice={} the channel failed", claim.message().notice().id(), e);
            return new Unknown("the channel failed: " + e.getClass().getSimpleName());
        }
    }

    private static String detail(Outcome outcome) {
        if (outcome instanceof Delivered delivered) {
            return " receipt=" + delivered.receipt();
        }
        if (outcome instanceof Refused refused) {
            return " detail=\"" + refused.detail() + "\"";
        }
        if (outcome instanceof Deferred deferred) {
            return " detail=\"" + deferred.detail() + "\"";
        }
        return outcome instanceof Unknown unknown ? " detail=\"" + unknown.detail() + "\"" : "";
    }
}

package io.larkdesk.app.reminders;

import io.larkdesk.app.tracing.Spans;
import io.larkdesk.core.onboarding.NoteBrokenApp;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.ReminderChannel;
import io.larkdesk.core.reminder.ReminderChannel.Deferred;
import io.larkdesk.core.reminder.ReminderChannel.Delivered;
import io.larkdesk.core.reminder.ReminderChannel.Delivery;
import io.larkdesk.core.reminder.ReminderChannel.Refused;
import io.larkdesk.core.reminder.ReminderChannel.Unknown;
import io.larkdesk.core.reminder.SettleReminder;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one claimed reminder through: to the channel, within what is left of its time, and back into the store. */
@Singleton
final class DeliverReminder {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverReminder.class);

    /** With less than this left an attempt is not begun: an answer would come too late to be believed. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final ReminderChannel channel;
    private final SettleReminder settle;
    private final NoteBrokenApp noteBrokenApp;
    private final MeterRegistry meters;
    private final Spans spans;

    DeliverReminder(
            ReminderChannel channel,
            SettleReminder settle,
            NoteBrokenApp noteBrokenApp,
            MeterRegistry meters,
            Spans spans) {
        this.spans = spans;
        this.channel = channel;
        this.settle = settle;
        this.noteBrokenApp = noteBrokenApp;
        this.meters = meters;
    }

    /**
     * Delivers and settles.
     *
     * @param claim held by this node
     * @param left of the attempt's time, by this node's monotonic clock, counted from before the claim
     */
    void execute(Claim claim, Duration left) {
        spans.around("reminder", () -> attempt(claim, left));
    }

    private boolean attempt(Claim claim, Duration left) {
        Delivery delivery = left.compareTo(LEAST) < 0
                ? new Deferred(Duration.ZERO, "this node was too slow to begin")
                : deliver(claim, left);
        boolean counted = settle.execute(claim.permit(), delivery);
        meters.counter("larkdesk.reminders.attempts", "outcome", counted ? outcome(delivery) : "overtaken")
                .increment();
        LOG.info(
                "reminder={} attempt={} tenant={} mentions={} outcome={}{}",
                claim.reminder().id(),
                claim.reminder().attempt(),
                claim.tenant().id(),
                claim.reminder().items().size(),
                counted ? outcome(delivery) : "overtaken",
                detail(delivery));
        if (counted && delivery instanceof Refused refused && refused.reason() == Decision.Reason.APP_BROKEN) {
            noteBrokenApp.execute(claim.tenant());
        }
        return counted;
    }

    private Delivery deliver(Claim claim, Duration left) {
        try {
            return channel.deliver(claim.tenant(), claim.reminder(), left);
        } catch (RuntimeException e) {
            LOG.error("reminder={} the channel failed", claim.reminder().id(), e);
            return new Unknown("the channel failed: " + e.getClass().getSimpleName());
        }
    }

    private static String outcome(Delivery delivery) {
        return delivery instanceof Refused refused
                ? "refused_" + refused.reason().name().toLowerCase(Locale.ROOT)
                : delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String detail(Delivery delivery) {
        if (delivery instanceof Delivered delivered) {
            return " receipt=" + delivered.receipt();
        }
        if (delivery instanceof Refused refused) {
            return " detail=\"" + refused.detail() + "\"";
        }
        if (delivery instanceof Deferred deferred) {
            return " pause=" + deferred.pause() + " detail=\"" + deferred.detail() + "\"";
        }
        return delivery instanceof Unknown unknown ? " detail=\"" + unknown.detail() + "\"" : "";
    }
}

package io.larkdesk.app.emergencies;

import io.larkdesk.app.tracing.Spans;
import io.larkdesk.core.escalation.ClaimPages.Claim;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.Pager;
import io.larkdesk.core.escalation.Pager.Deferred;
import io.larkdesk.core.escalation.Pager.Delivered;
import io.larkdesk.core.escalation.Pager.Outcome;
import io.larkdesk.core.escalation.Pager.Refused;
import io.larkdesk.core.escalation.Pager.Unknown;
import io.larkdesk.core.escalation.SettlePage;
import io.larkdesk.core.onboarding.NoteBrokenApp;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one claimed page through: to the pager, within what is left of its time, and back into the store. */
@Singleton
final class SendPage {

    private static final Logger LOG = LoggerFactory.getLogger(SendPage.class);

    /** With less than this left an attempt is not begun: an answer would come too late to be believed. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Pager pager;
    private final SettlePage settle;
    private final NoteBrokenApp noteBrokenApp;
    private final MeterRegistry meters;
    private final Spans spans;

    SendPage(Pager pager, SettlePage settle, NoteBrokenApp noteBrokenApp, MeterRegistry meters, Spans spans) {
        this.spans = spans;
        this.pager = pager;
        this.settle = settle;
        this.noteBrokenApp = noteBrokenApp;
        this.meters = meters;
    }

    /**
     * Sends, or changes what was sent, and settles.
     *
     * @param claim held by this node
     * @param left of the attempt's time, by this node's monotonic clock, counted from before the claim
     */
    void execute(Claim claim, Duration left) {
        spans.around("page", () -> send(claim, left));
    }

    private boolean send(Claim claim, Duration left) {
        Outcome outcome = left.compareTo(LEAST) < 0
                ? new Deferred(Duration.ZERO, "this node was too slow to begin")
                : attempt(claim, left);
        boolean counted = settle.execute(claim.page(), outcome);
        String word = counted ? word(outcome) : "overtaken";
        Page page = claim.page();
        String kind = claim.receipt().isPresent()
                ? "update"
                : page.about().kind().name().toLowerCase(Locale.ROOT);
        meters.counter("larkdesk.pages.attempts", "kind", kind, "outcome", word).increment();
        LOG.info(
                "page={} emergency={} tenant={} kind={} number={} outcome={}{}",
                page.id(),
                page.emergency(),
                page.emergency().ticket().tenant(),
                kind,
                page.about().number(),
                word,
                detail(outcome));
        if (counted && outcome instanceof Refused refused && refused.end() == Page.End.APP_BROKEN) {
            noteBrokenApp.execute(claim.tenant());
        }
        return counted;
    }

    private Outcome attempt(Claim claim, Duration left) {
        try {
            return claim.receipt().isPresent()
                    ? pager.update(claim.tenant(), claim.message(), left)
                    : pager.send(claim.tenant(), claim.message(), left);
        } catch (RuntimeException e) {
            LOG.error("page={} the pager failed", claim.page().id(), e);
            return new Unknown("the pager failed: " + e.getClass().getSimpleName());
        }
    }

    private static String word(Outcome outcome) {
        return outcome instanceof Refused refused
                ? "refused_" + refused.end().name().toLowerCase(Locale.ROOT)
                : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String detail(Outcome outcome) {
        if (outcome instanceof Delivered delivered) {
            return " receipt=" + delivered.receipt();
        }
        if (outcome instanceof Refused refused) {
            return " detail=\"" + refused.detail() + "\"";
        }
        if (outcome instanceof Deferred deferred) {
            return " pause=" + deferred.pause() + " detail=\"" + deferred.detail() + "\"";
        }
        return outcome instanceof Unknown unknown ? " detail=\"" + unknown.detail() + "\"" : "";
    }
}

package io.larkdesk.core.escalation;

import java.time.Duration;
import java.util.Objects;

/**
 * What a support plan promises of escalations.
 *
 * @param replyWithin how long the service team may take for a reply after a Reminder
 * @param escalation who is paged in an Emergency
 */
public record SupportPlan(Duration replyWithin, EscalationPolicy escalation) {

    /** How long a reply may take, unless set otherwise. */
    public static final Duration REPLY_WITHIN = Duration.ofMinutes(30);

    /** Refuses null, and a negative time. */
    public SupportPlan {
        Objects.requireNonNull(escalation, "escalation");
        if (replyWithin.isNegative()) {
            throw new IllegalArgumentException("replyWithin is negative: " + replyWithin);
        }
    }
}

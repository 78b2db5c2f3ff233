package io.larkdesk.core.escalation;

import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.reminder.ReminderWindow;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a support plan promises.
 *
 * @param replyWithin how long the service team may take for a reply after a Reminder
 * @param escalation who is paged in an Emergency
 * @param targets how long answers and solutions may take; empty where nothing is promised
 * @param reminderWindow how long its people are left alone after a MessageReminder; empty for no longer than everybody
 */
public record SupportPlan(
        Duration replyWithin,
        EscalationPolicy escalation,
        Optional<ServiceTargets> targets,
        Optional<ReminderWindow> reminderWindow) {

    /** How long a reply may take, unless set otherwise. */
    public static final Duration REPLY_WITHIN = Duration.ofMinutes(30);

    /** Refuses null, and a negative time. */
    public SupportPlan {
        Objects.requireNonNull(escalation, "escalation");
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(reminderWindow, "reminderWindow");
        if (replyWithin.isNegative()) {
            throw new IllegalArgumentException("replyWithin is negative: " + replyWithin);
        }
    }

    /** A plan that promises nothing of tickets. */
    public SupportPlan(Duration replyWithin, EscalationPolicy escalation) {
        this(replyWithin, escalation, Optional.empty(), Optional.empty());
    }
}

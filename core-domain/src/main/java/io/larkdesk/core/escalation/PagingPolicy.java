package io.larkdesk.core.escalation;

import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.shared.Durations;
import java.time.Duration;
import java.time.Instant;

/**
 * How pages are sent, and when the watchdog barks.
 *
 * @param attemptWithin how long one attempt to send a page may take
 * @param retryWithin how long a page with unknown outcome is tried again, from the first attempt; less than the hour in which Lark
 *     recognises the same {@code uuid}
 * @param lateAfter how long after its time a step, or a page, counts as overdue
 */
public record PagingPolicy(Duration attemptWithin, Duration retryWithin, Duration lateAfter) {

    /** 15 seconds an attempt, 50 minutes of trying, overdue after a minute. */
    public static final PagingPolicy DEFAULT =
            new PagingPolicy(Duration.ofSeconds(15), Duration.ofMinutes(50), Duration.ofMinutes(1));

    /** The same, but what waits as long as the shortest step of {@code levels} is overdue too. */
    public PagingPolicy within(EscalationPolicy levels) {
        Duration shortest = levels.steps().stream()
                .map(EscalationPolicy.Step::acknowledgeWithin)
                .min(Duration::compareTo)
                .orElseThrow();
        return shortest.compareTo(lateAfter) < 0 ? new PagingPolicy(attemptWithin, retryWithin, shortest) : this;
    }

    /** How often an update of a card is tried; a card that stays as it was does no harm. */
    static final int UPDATE_TRIES = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Refuses durations that are not positive, and retries beyond Lark's hour. */
    public PagingPolicy {
        Durations.requirePositive("attemptWithin", attemptWithin);
        Durations.requirePositive("retryWithin", retryWithin);
        Durations.requirePositive("lateAfter", lateAfter);
        if (retryWithin.plus(attemptWithin).compareTo(ReminderPolicy.LARK_DEDUPLICATES_FOR) >= 0) {
            throw new IllegalArgumentException("retryWithin reaches beyond Lark's hour: " + retryWithin);
        }
    }

    /**
     * Whether a page whose outcome is unknown may be sent again at {@code now}; not if it was sent first later than now, since then the
     * clock was set back and nobody knows how long ago that was.
     */
    boolean mayRetry(Page.Sending sending, Instant now) {
        return !now.isBefore(sending.firstAt())
                && now.isBefore(sending.firstAt().plus(retryWithin));
    }

    /** When a page whose outcome is unknown is sent again: sooner than a reminder, since somebody waits. */
    Instant retryAt(Page.Sending sending) {
        Duration pause = Duration.ofSeconds(1L << Math.min(sending.attempt() - 1, 5));
        return sending.deadline().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}

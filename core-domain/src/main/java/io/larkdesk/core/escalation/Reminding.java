package io.larkdesk.core.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a ticket's engineer can be reminded: once in a cool-down, which is the ticket's and the same for everybody.
 *
 * @param last the ticket's last Reminders, the last one first
 * @param answeredUpTo up to which place of the group they are answered: that of the service team's last reply, or of the last one before the
 *     ticket was resolved; 0 if none is
 */
public record Reminding(List<Reminder> last, long answeredUpTo) {

    /** The least time between two Reminders on a ticket; half-open: at exactly this time the next may go. */
    public static final Duration COOL_DOWN = Duration.ofMinutes(10);

    /** After so many Reminders without a reply in time, the TAM is told of the next one too. */
    static final int IN_VAIN = 2;

    /** The longest time between two looks at what became of a Reminder. */
    public static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private static final Duration SHORTEST_REST = Duration.ofSeconds(5);
    private static final Duration LOOKED_AFTER_FOR = Duration.ofDays(1);

    /** How many of the last Reminders matter. */
    static final int LOOKED_AT = 20;

    /** Copies the list. */
    public Reminding {
        last = List.copyOf(last);
    }

    /** The Reminder that keeps the next one back at {@code now}; empty if one may go. */
    public Optional<Reminder> coolingDownBy(Instant now) {
        return last.stream()
                .findFirst()
                .filter(reminder -> now.isBefore(nextAt(reminder)) && !isFromTheFuture(reminder, now));
    }

    /** When the next one may go after {@code reminder}. */
    static Instant nextAt(Reminder reminder) {
        return reminder.at().plus(COOL_DOWN);
    }

    /** It was sent before the clock was set back; then nobody knows how long ago, and nobody is kept waiting. */
    private static boolean isFromTheFuture(Reminder reminder, Instant now) {
        return reminder.at().isAfter(now.plus(Emergency.CLOCK_STEP));
    }

    /** Whether the TAM is to be told too: enough of the Reminders so far had no answer within {@code replyWithin}. */
    public boolean isInVain(Duration replyWithin, Instant now) {
        List<Reminder> unanswered = unanswered();
        return unanswered.size() >= IN_VAIN
                && !now.isBefore(unanswered.get(unanswered.size() - 1).at().plus(replyWithin));
    }

    /** Whether a TAM was told of any Reminder since the last answer. */
    boolean isTamTold() {
        return unanswered().stream().anyMatch(reminder -> reminder.tam().isPresent());
    }

    boolean isUnanswered(Reminder reminder) {
        return reminder.line().seq() > answeredUpTo;
    }

    List<Reminder> unanswered() {
        return last.stream().filter(this::isUnanswered).toList();
    }

    /** When to look at {@code reminder} again, of which something is still to come; often at first, and not for more than a day. */
    static Optional<Instant> nextLook(Reminder reminder, Instant now) {
        Instant at = reminder.at();
        if (!now.isBefore(at.plus(LOOKED_AFTER_FOR))) {
            return Optional.empty();
        }
        return Optional.of(now.plus(now.isBefore(at.plus(COOL_DOWN)) ? SHORTEST_REST : LONGEST_REST));
    }
}

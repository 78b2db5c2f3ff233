package io.larkdesk.core.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a ticket's engineer can be reminded: once in a cool-down, which is the ticket's and the same for everybody.
 *
 * @param last the ticket's last Reminders, the last one first
 * @param repliedUpTo the place of the service team's last reply in the group; 0 if there is none
 */
public record Reminding(List<Reminder> last, long repliedUpTo) {

    /** The least time between two Reminders on a ticket; half-open: at exactly this time the next may go. */
    public static final Duration COOL_DOWN = Duration.ofMinutes(10);

    /** After so many Reminders without a reply in time, the TAM is told of the next one too. */
    static final int IN_VAIN = 2;

    /** How many of the last Reminders matter. */
    static final int LOOKED_AT = 20;

    /** Copies the list. */
    public Reminding {
        last = List.copyOf(last);
    }

    /** The Reminder that keeps the next one back at {@code now}; empty if one may go. */
    public Optional<Reminder> coolingDownBy(Instant now) {
        return last.stream().findFirst().filter(reminder -> now.isBefore(nextAt(reminder, now)));
    }

    /** When the next one may go after {@code reminder}; never more than a cool-down away, though the clock was set back. */
    static Instant nextAt(Reminder reminder, Instant now) {
        Instant planned = reminder.at().plus(COOL_DOWN);
        Instant latest = now.plus(COOL_DOWN);
        return planned.isAfter(latest) ? latest : planned;
    }

    /** Whether a Reminder at {@code now} is for the TAM too: enough earlier ones had no reply within {@code replyWithin}. */
    public boolean isInVain(Duration replyWithin, Instant now) {
        List<Reminder> unanswered = last.stream()
                .filter(reminder -> reminder.line().seq() > repliedUpTo)
                .toList();
        return unanswered.size() >= IN_VAIN
                && !now.isBefore(unanswered.get(unanswered.size() - 1).at().plus(replyWithin));
    }
}

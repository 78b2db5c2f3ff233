package io.larkdesk.lark;

import io.larkdesk.core.reminder.MessageReminder;
import io.larkdesk.core.reminder.MessageReminder.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How long a reminder that did not arrive waits. Stateless: what has waited long waits as long again, and a reminder's random id spreads
 * those that were put off together.
 */
final class Pauses {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_UNSENT = Duration.ofMinutes(1);
    private static final Duration WORTH_TRYING = Duration.ofDays(1);
    private static final int STEPS = 256;
    private static final int SPREAD_OVER = 4;

    private Pauses() {}

    /** As long as the oldest mention waits already, between 10 seconds and an hour; up to a quarter more. */
    static Duration growing(MessageReminder reminder) {
        return growing(reminder, LONGEST);
    }

    /**
     * After a call that was not sent, as when Lark cannot be reached: such a call is counted by nobody, and when Lark is back people must
     * not wait as long again as it was away. It grows to a minute; up to a quarter more.
     */
    static Duration unsent(MessageReminder reminder) {
        return growing(reminder, LONGEST_UNSENT);
    }

    private static Duration growing(MessageReminder reminder, Duration longest) {
        Duration waited = Duration.between(reminder.items().get(0).postedAt(), reminder.asOf());
        return spread(within(SHORTEST, waited, longest), reminder);
    }

    /** As long as Lark asks for, up to a quarter more. */
    static Duration afterLimit(LarkError error, MessageReminder reminder) {
        return spread(within(Duration.ofSeconds(1), error.pause(), LONGEST), reminder);
    }

    /** Whether there is a mention younger than a day. */
    static boolean isWorthTrying(MessageReminder reminder) {
        List<Item> items = reminder.items();
        Instant newest = items.stream()
                .map(Item::postedAt)
                .max(Comparator.naturalOrder())
                .orElse(reminder.asOf());
        return newest.plus(WORTH_TRYING).isAfter(reminder.asOf());
    }

    private static Duration spread(Duration pause, MessageReminder reminder) {
        long step = Math.floorMod(reminder.id().value().getLeastSignificantBits(), STEPS);
        return pause.plus(pause.multipliedBy(step).dividedBy((long) STEPS * SPREAD_OVER));
    }

    private static Duration within(Duration least, Duration value, Duration most) {
        if (value.compareTo(least) < 0) {
            return least;
        }
        return value.compareTo(most) > 0 ? most : value;
    }
}

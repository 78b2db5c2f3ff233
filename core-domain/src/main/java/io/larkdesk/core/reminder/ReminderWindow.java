package io.larkdesk.core.reminder;

import java.time.Duration;

/**
 * How long a customer wants its people to be left alone after a MessageReminder: as long as everybody is, or longer, never shorter.
 *
 * @param value 10 to 60 minutes
 */
public record ReminderWindow(Duration value) {

    /** What everybody has. */
    public static final Duration SHORTEST = ReminderPolicy.DEFAULT.window();

    /** The longest that can be asked for. */
    public static final Duration LONGEST = Duration.ofHours(1);

    /** Refuses what is shorter, or longer. */
    public ReminderWindow {
        if (!isWindow(value)) {
            throw new IllegalArgumentException(
                    "value is not " + SHORTEST.toMinutes() + " to " + LONGEST.toMinutes() + " minutes: " + value);
        }
    }

    /** Whether that can be asked for. */
    public static boolean isWindow(Duration value) {
        return value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0;
    }
}

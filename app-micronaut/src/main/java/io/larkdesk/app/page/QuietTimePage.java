package io.larkdesk.app.page;

import io.larkdesk.core.reminder.QuietTime;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a person wants no reminder.
 *
 * @param in what stands around it
 * @param path where it is, and where the forms are sent, before the last part
 * @param window at most one reminder goes in this time
 * @param quiet what is chosen
 * @param asked what was asked for and cannot be, if anything
 */
public record QuietTimePage(GroupDialog in, String path, Duration window, QuietTime quiet, Optional<Asked> asked) {

    /** How long a person may pause, as a form sends it. */
    public static final List<Duration> PAUSES =
            List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(7));

    private static final LocalTime EVENING = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** Refuses null. */
    public QuietTimePage {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(quiet, "quiet");
        Objects.requireNonNull(asked, "asked");
    }

    /**
     * Hours that cannot be.
     *
     * @param from as typed
     * @param until as typed
     * @param problem the end of the key of the text that says why
     */
    public record Asked(String from, String until, String problem) {}

    /** What stands in the field of the beginning. */
    public String from() {
        return asked.map(Asked::from)
                .orElseGet(() ->
                        quiet.hours().map(hours -> hours.from()).orElse(EVENING).toString());
    }

    /** What stands in the field of the end. */
    public String until() {
        return asked.map(Asked::until).orElseGet(() -> quiet.hours()
                .map(hours -> hours.until())
                .orElse(MORNING)
                .toString());
    }

    /** Where the person is, and where the quiet hours were chosen, if that is elsewhere; what is chosen stands first. */
    public List<ZoneId> zones() {
        return Stream.concat(
                        quiet.hours().map(hours -> hours.zone()).stream(),
                        Stream.of(in.viewer().zone()))
                .distinct()
                .toList();
    }
}

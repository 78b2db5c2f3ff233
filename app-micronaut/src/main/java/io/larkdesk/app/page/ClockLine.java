package io.larkdesk.app.page;

import io.larkdesk.core.clock.Reading;
import io.larkdesk.core.clock.ShowClocks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One clock of a ticket, in words.
 *
 * @param viewer for whom
 * @param reading what it shows
 */
public record ClockLine(Viewer viewer, Reading reading) {

    /** Refuses null. */
    public ClockLine {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(reading, "reading");
    }

    /** All of them. */
    public static List<ClockLine> all(Viewer viewer, Optional<ShowClocks.Shown> shown) {
        return shown.stream()
                .flatMap(clocks -> clocks.readings().stream())
                .map(reading -> new ClockLine(viewer, reading))
                .toList();
    }

    /** The one that a list shows: of those that run, the one that is due first. */
    public static Optional<ClockLine> nearest(Viewer viewer, Optional<ShowClocks.Shown> shown) {
        return all(viewer, shown).stream()
                .filter(line -> line.reading.due().isPresent())
                .min(Comparator.comparing(line -> line.reading.due().orElse(Instant.MAX)));
    }

    /** What it is the clock of. */
    public String label() {
        return viewer.texts().say("clock." + reading.goal());
    }

    /** How it stands. */
    public String text() {
        return viewer.texts()
                .say(
                        "clock.state." + reading.state(),
                        Map.of(
                                "due", reading.due().map(viewer.times()::point).orElse(""),
                                "used", viewer.times().amount(reading.used()),
                                "difference", viewer.times().amount(reading.difference())));
    }

    /** Both in a few words. */
    public String brief() {
        boolean isBroken = reading.state() == Reading.State.BROKEN;
        return viewer.texts()
                .say(
                        (isBroken ? "clock.was." : "clock.due.") + reading.goal(),
                        "due",
                        reading.due().map(viewer.times()::point).orElse(""));
    }

    /** The class that shows whether there is a hurry. */
    public String tone() {
        return switch (reading.state()) {
            case RUNNING, PAUSED, MET -> "";
            case WARNED -> "soon";
            case BROKEN, MISSED -> "late";
        };
    }
}

package io.larkdesk.app.console.plans;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Told;
import io.larkdesk.app.console.Zones;
import io.larkdesk.core.clock.Holiday;
import io.larkdesk.core.clock.Hours;
import io.larkdesk.core.clock.KeptCalendar;
import io.larkdesk.core.person.StaffRole;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A calendar, and the form that changes it.
 *
 * @param frame what stands around it
 * @param kept which; empty for a new one
 * @param told what became of the form
 */
public record CalendarPage(ConsoleFrame frame, Optional<KeptCalendar> kept, Told told) {

    /** Refuses null. */
    public CalendarPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(kept, "kept");
        Objects.requireNonNull(told, "told");
    }

    /** Whether the viewer may change it. */
    public boolean mayChange() {
        return frame.role() == StaffRole.ADMIN;
    }

    /** The version that is shown; 0 for a new one. */
    public long version() {
        return kept.map(KeptCalendar::version).orElse(0L);
    }

    /** Its name, or that it is new. */
    public String title() {
        return kept.map(found -> found.name().value())
                .orElseGet(() -> frame.viewer().texts().say("plans.newCalendar"));
    }

    /** Whether people work by it now, and when that changes. */
    public Optional<String> now() {
        return kept.map(found -> CalendarWords.now(frame.viewer(), found.calendar()));
    }

    /** Whether the bootstrap file speaks of it. */
    public boolean isOffered() {
        return kept.flatMap(KeptCalendar::offered).isPresent();
    }

    /** The zones to choose from. */
    public List<String> zones() {
        return Zones.NAMES;
    }

    /** The zone that is chosen. */
    public String zone() {
        return told.shown(
                "zone",
                kept.map(found -> found.calendar().zone().getId())
                        .orElseGet(() -> frame.viewer().times().zone().getId()));
    }

    /** The weekdays. */
    public List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    /** What {@code day} is called. */
    public String name(DayOfWeek day) {
        return day.getDisplayName(
                TextStyle.FULL_STANDALONE, frame.viewer().texts().language().locale());
    }

    /** The hours of {@code day}. */
    public String hours(DayOfWeek day) {
        return told.shown(
                day.name(),
                kept.map(found -> found.calendar().week().getOrDefault(day, List.of()))
                        .map(hours -> hours.stream().map(Hours::text).collect(Collectors.joining(", ")))
                        .orElse(""));
    }

    /** The holidays, one a line. */
    public String holidays() {
        return told.shown(
                "holidays",
                kept.map(found -> found.calendar().holidays().stream()
                                .map(Holiday::text)
                                .collect(Collectors.joining("\n")))
                        .orElse(""));
    }

    /** What is wrong, in words. */
    public Optional<String> problem() {
        return told.problem().map(key -> frame.viewer().texts().say("plans.problem." + key));
    }

    /** Where the form goes. */
    public String action() {
        return PlanPaths.CALENDAR;
    }
}

package io.larkdesk.core.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * The hours of every day in which a person wants no MessageReminder. Half-open: at {@code until} they are over.
 *
 * @param from when they begin
 * @param until when they end; earlier than {@code from} if they go over midnight
 * @param zone by whose clocks
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    /** Refuses null, and hours that end when they begin. */
    public QuietHours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(zone, "zone");
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours end when they begin: " + from);
        }
    }

    /** When the quiet hours end that {@code now} lies in; empty if it lies in none. */
    Optional<Instant> endAround(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        boolean hasBegun = !local.toLocalTime().isBefore(from);
        boolean isBeforeEnd = local.toLocalTime().isBefore(until);
        if (from.isBefore(until) ? hasBegun && isBeforeEnd : hasBegun || isBeforeEnd) {
            return Optional.of(endOn(
                    isBeforeEnd ? local.toLocalDate() : local.toLocalDate().plusDays(1)));
        }
        return Optional.empty();
    }

    /** Where clocks are set back over the end, its second coming counts; so it is never over before it has begun. */
    private Instant endOn(LocalDate day) {
        return ZonedDateTime.of(day, until, zone).withLaterOffsetAtOverlap().toInstant();
    }
}

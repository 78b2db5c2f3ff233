package io.larkdesk.core.reminder;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a person wants no MessageReminder. What waits meanwhile goes in one digest afterwards; Emergencies do not ask.
 *
 * @param person whose wish it is
 * @param hours every day; empty for none
 * @param pausedUntil once, until then; empty, or past, for no pause
 */
public record QuietTime(PersonId person, Optional<QuietHours> hours, Optional<Instant> pausedUntil) {

    /** Refuses null. */
    public QuietTime {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(pausedUntil, "pausedUntil");
    }

    /** That of somebody who never wished for any. */
    public static QuietTime none(PersonId person) {
        return new QuietTime(person, Optional.empty(), Optional.empty());
    }

    /** By whose clocks the person chose the hours; empty for who chose none. */
    public Optional<ZoneId> zone() {
        return hours.map(QuietHours::zone);
    }

    QuietTime with(Optional<QuietHours> others) {
        return new QuietTime(person, others, pausedUntil);
    }

    QuietTime pausedUntil(Optional<Instant> end) {
        return new QuietTime(person, hours, end);
    }

    /** The pause, if it is not over at {@code now}. */
    public Optional<Instant> pauseAt(Instant now) {
        return pausedUntil.filter(now::isBefore);
    }

    /** The permit as it is while it is quiet: it opens no earlier than that is over. */
    Permit.Free close(Permit.Free permit, Instant now) {
        return until(now)
                .filter(permit.notBefore()::isBefore)
                .map(end -> new Permit.Free(person, end))
                .orElse(permit);
    }

    /** Until when it is quiet around {@code now}; empty if it is not. */
    Optional<Instant> until(Instant now) {
        return Stream.concat(pauseAt(now).stream(), hours.flatMap(daily -> daily.endAround(now)).stream())
                .max(Instant::compareTo);
    }
}

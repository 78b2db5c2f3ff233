package io.larkdesk.core.roster;

import io.larkdesk.core.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A time in which somebody of the service team is not on duty, whatever is planned; half-open. A person begins one absence at an instant,
 * which identifies it.
 *
 * @param person who
 * @param from the beginning: away at this instant
 * @param until the end: at this instant back; at most 366 days after the beginning
 * @param reason why, if that was said
 */
public record Absence(PersonId person, Instant from, Instant until, Optional<AbsenceReason> reason) {

    /** The longest absence. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** Refuses null, an end that is not after the beginning, and more than 366 days. */
    public Absence {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(reason, "reason");
        if (!isSpan(from, until)) {
            throw new IllegalArgumentException("until is not after from, within 366 days: " + from + " to " + until);
        }
    }

    /** Whether an absence can be from {@code from} until {@code until}. */
    public static boolean isSpan(Instant from, Instant until) {
        return until.isAfter(from) && !until.isAfter(from.plus(LONGEST));
    }

    /** Whether it takes something of {@code shift}. */
    public boolean meets(Shift shift) {
        return person.equals(shift.person()) && from.isBefore(shift.until()) && until.isAfter(shift.from());
    }
}

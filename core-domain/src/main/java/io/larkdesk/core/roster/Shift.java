package io.larkdesk.core.roster;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A time in which somebody of the service team is on duty; half-open. A person begins one shift in a role at an instant, which identifies it.
 *
 * @param person who
 * @param role as what; perhaps another role than the person's own
 * @param from the beginning: on duty at this instant
 * @param until the end: at this instant off duty; at most 31 days after the beginning
 */
public record Shift(PersonId person, StaffRole role, Instant from, Instant until) {

    /** The longest shift. */
    public static final Duration LONGEST = Duration.ofDays(31);

    /** Refuses null, an end that is not after the beginning, and more than 31 days. */
    public Shift {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
        if (!isSpan(from, until)) {
            throw new IllegalArgumentException("until is not after from, within 31 days: " + from + " to " + until);
        }
    }

    /** Whether a shift can be from {@code from} until {@code until}. */
    public static boolean isSpan(Instant from, Instant until) {
        return until.isAfter(from) && !until.isAfter(from.plus(LONGEST));
    }

    /** Whether the person is on duty at {@code instant}. */
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}

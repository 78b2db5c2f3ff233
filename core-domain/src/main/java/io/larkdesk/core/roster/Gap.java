package io.larkdesk.core.roster;

import io.larkdesk.core.person.StaffRole;
import java.time.Instant;
import java.util.Objects;

/**
 * A time in which nobody is on duty in a role; half-open.
 *
 * @param role which role
 * @param from since when
 * @param until until when
 */
public record Gap(StaffRole role, Instant from, Instant until) {

    /** Refuses null, and an end that is not after the beginning. */
    public Gap {
        Objects.requireNonNull(role, "role");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until is not after from: " + from + " to " + until);
        }
    }
}

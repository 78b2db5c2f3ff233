package io.larkdesk.app.console.roster;

import io.larkdesk.core.person.StaffRole;
import java.util.List;
import java.util.Objects;

/**
 * A day of the roster.
 *
 * @param heading which
 * @param away who is away
 * @param roles who is on duty in each role that somebody has
 */
public record Day(String heading, List<AwayRow> away, List<InRole> roles) {

    /** Copies the list. */
    public Day {
        Objects.requireNonNull(heading, "heading");
        away = List.copyOf(away);
        roles = List.copyOf(roles);
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return away.isEmpty() && roles.isEmpty();
    }

    /**
     * Those on duty in one role.
     *
     * @param role which
     * @param shifts theirs, the first to begin first
     */
    public record InRole(StaffRole role, List<ShiftRow> shifts) {

        /** Copies the list. */
        public InRole {
            Objects.requireNonNull(role, "role");
            shifts = List.copyOf(shifts);
        }
    }
}

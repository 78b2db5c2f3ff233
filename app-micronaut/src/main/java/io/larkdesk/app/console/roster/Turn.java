package io.larkdesk.app.console.roster;

import io.larkdesk.core.person.StaffRole;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is on duty in a role now, and who is next.
 *
 * @param role which
 * @param now each with the end of the duty, in words
 * @param next who begins next and when, in words; empty if nobody does for two weeks
 */
public record Turn(StaffRole role, List<String> now, Optional<String> next) {

    /** Copies the list. */
    public Turn {
        Objects.requireNonNull(role, "role");
        now = List.copyOf(now);
        Objects.requireNonNull(next, "next");
    }

    /** The key of what to say of nobody being next: somebody may be on duty for longer than that. */
    public String nobodyKey() {
        return now.isEmpty() ? "roster.nobodyNext" : "roster.nobodyElse";
    }
}

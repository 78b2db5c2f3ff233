package io.larkdesk.core.ticket;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody of the service team has to do.
 *
 * @param engineer who
 * @param open how many tickets that are open the person has
 * @param assignedAt when the person got a ticket, the last time; empty if never
 */
public record Workload(PersonId engineer, int open, Optional<Instant> assignedAt) {

    /** Who gets the next ticket comes first: the fewest open ones, then the longest without a new one. */
    public static final Comparator<Workload> FAIREST = Comparator.comparingInt(Workload::open)
            .thenComparing(workload -> workload.assignedAt().orElse(Instant.MIN))
            .thenComparing(Workload::engineer);

    /** Refuses null, and a negative number. */
    public Workload {
        Objects.requireNonNull(engineer, "engineer");
        if (open < 0) {
            throw new IllegalArgumentException("open is negative: " + open);
        }
        Objects.requireNonNull(assignedAt, "assignedAt");
    }
}

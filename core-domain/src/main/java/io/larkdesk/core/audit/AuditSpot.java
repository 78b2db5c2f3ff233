package io.larkdesk.core.audit;

import java.time.Instant;
import java.util.Objects;

/**
 * Where an entry stands among those of all books.
 *
 * @param at when it was made
 * @param book in which book it stands
 * @param place where in that book
 */
public record AuditSpot(Instant at, AuditBook book, long place) {

    /** Refuses null. */
    public AuditSpot {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(book, "book");
    }
}

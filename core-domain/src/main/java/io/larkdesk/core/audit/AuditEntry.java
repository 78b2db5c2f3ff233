package io.larkdesk.core.audit;

import io.larkdesk.core.shared.ChainHash;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the audit log, as it stands there for good.
 *
 * @param place 1 for the first of its book; without gap or duplicate
 * @param at when, to the millisecond
 * @param event what was done
 * @param origin from where; empty if it was done in the background
 * @param hash over this entry and the hash before it
 */
public record AuditEntry(long place, Instant at, AuditEvent event, Optional<Origin> origin, ChainHash hash) {

    /** Refuses null, and a place before the first. */
    public AuditEntry {
        if (place < 1) {
            throw new IllegalArgumentException("place is before the first: " + place);
        }
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(hash, "hash");
    }

    /** Where it stands among those of all books. */
    public AuditSpot spot() {
        return new AuditSpot(at, event.book(), place);
    }
}

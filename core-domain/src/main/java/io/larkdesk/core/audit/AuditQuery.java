package io.larkdesk.core.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries of the audit log are wanted.
 *
 * @param books of which books; empty for all
 * @param actor by whom
 * @param action what was done
 * @param fromInclusive not older
 * @param untilExclusive older
 * @param before those that come after this one where the newest come first
 */
public record AuditQuery(
        Optional<Set<AuditBook>> books,
        Optional<AuditActor> actor,
        Optional<AuditAction> action,
        Optional<Instant> fromInclusive,
        Optional<Instant> untilExclusive,
        Optional<AuditSpot> before) {

    /** All entries. */
    public static final AuditQuery ALL = new AuditQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the set. */
    public AuditQuery {
        books = books.map(Set::copyOf);
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(fromInclusive, "fromInclusive");
        Objects.requireNonNull(untilExclusive, "untilExclusive");
        Objects.requireNonNull(before, "before");
    }

    /** The same, of these books only. */
    public AuditQuery of(Set<AuditBook> some) {
        return new AuditQuery(Optional.of(some), actor, action, fromInclusive, untilExclusive, before);
    }

    /** The same, by this actor only. */
    public AuditQuery by(AuditActor one) {
        return new AuditQuery(books, Optional.of(one), action, fromInclusive, untilExclusive, before);
    }

    /** The same, of this action only. */
    public AuditQuery of(AuditAction one) {
        return new AuditQuery(books, actor, Optional.of(one), fromInclusive, untilExclusive, before);
    }

    /** The same, from {@code instant} on. */
    public AuditQuery from(Instant instant) {
        return new AuditQuery(books, actor, action, Optional.of(instant), untilExclusive, before);
    }

    /** The same, before {@code instant}. */
    public AuditQuery until(Instant instant) {
        return new AuditQuery(books, actor, action, fromInclusive, Optional.of(instant), before);
    }

    /** The same, after {@code spot} where the newest come first. */
    public AuditQuery after(AuditSpot spot) {
        return new AuditQuery(books, actor, action, fromInclusive, untilExclusive, Optional.of(spot));
    }
}

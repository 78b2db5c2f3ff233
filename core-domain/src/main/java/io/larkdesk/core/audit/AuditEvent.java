package io.larkdesk.core.audit;

import java.util.Objects;

/**
 * What somebody did.
 *
 * @param book in which book it stands
 * @param actor who did it
 * @param action what
 * @param subject to what
 * @param changes what is another thing since then
 */
public record AuditEvent(
        AuditBook book, AuditActor actor, AuditAction action, AuditSubject subject, AuditChanges changes) {

    /** Refuses null. */
    public AuditEvent {
        Objects.requireNonNull(book, "book");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(changes, "changes");
    }
}

package io.larkdesk.core.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was changed, in the order in which it is to be read.
 *
 * @param list the changes, at most {@value #MOST}
 */
public record AuditChanges(List<AuditChange> list) {

    /** The most changes of one entry. */
    public static final int MOST = 40;

    /** Nothing. */
    public static final AuditChanges NONE = new AuditChanges(List.of());

    /** Copies the list. */
    public AuditChanges {
        list = List.copyOf(list);
        if (list.size() > MOST) {
            throw new IllegalArgumentException("list has more than " + MOST + " changes");
        }
    }

    /** These, and that {@code field} is {@code detail}. */
    public AuditChanges and(AuditField field, AuditDetail detail) {
        return and(new AuditChange(field, Optional.empty(), Optional.of(detail)));
    }

    /** These, and that {@code field} was {@code before} and is {@code after}, unless that is the same. */
    public AuditChanges and(AuditField field, AuditDetail before, AuditDetail after) {
        return and(field, Optional.of(before), Optional.of(after));
    }

    /** These, and that {@code field} was {@code before} and is {@code after}, unless that is the same. */
    public AuditChanges and(AuditField field, Optional<AuditDetail> before, Optional<AuditDetail> after) {
        return before.equals(after) ? this : and(new AuditChange(field, before, after));
    }

    /** These, and that the secret in {@code field} is another. */
    public AuditChanges andSecret(AuditField field) {
        return and(new AuditChange(field, Optional.of(AuditDetail.HIDDEN), Optional.of(AuditDetail.HIDDEN)));
    }

    /** These, and {@code others} after them. */
    public AuditChanges and(AuditChanges others) {
        return new AuditChanges(
                Stream.concat(list.stream(), others.list.stream()).toList());
    }

    private AuditChanges and(AuditChange change) {
        List<AuditChange> more = new ArrayList<>(list);
        more.add(change);
        return new AuditChanges(more);
    }

    /** What {@code field} is; empty if it is nothing, or not among these. */
    public Optional<AuditDetail> after(AuditField field) {
        return list.stream()
                .filter(change -> change.field() == field)
                .findFirst()
                .flatMap(AuditChange::after);
    }

    /** Whether nothing was changed. */
    public boolean isEmpty() {
        return list.isEmpty();
    }
}

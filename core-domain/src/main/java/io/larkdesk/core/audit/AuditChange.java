package io.larkdesk.core.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * What a field was and what it is.
 *
 * @param field which
 * @param before what it was; empty if it was nothing
 * @param after what it is; empty if it is nothing
 */
public record AuditChange(AuditField field, Optional<AuditDetail> before, Optional<AuditDetail> after) {

    /** Refuses null. */
    public AuditChange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}

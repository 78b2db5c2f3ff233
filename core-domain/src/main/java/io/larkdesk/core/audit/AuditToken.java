package io.larkdesk.core.audit;

import java.util.Objects;
import java.util.UUID;

/**
 * A token for the interface for machines, as the audit log names it.
 *
 * @param id the token's id, by which nobody can find the token
 */
public record AuditToken(UUID id) {

    /** Refuses null. */
    public AuditToken {
        Objects.requireNonNull(id, "id");
    }
}

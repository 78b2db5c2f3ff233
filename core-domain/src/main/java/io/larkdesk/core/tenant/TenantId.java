package io.larkdesk.core.tenant;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a tenant, the provider included.
 *
 * @param value unique in the deployment
 */
public record TenantId(UUID value) {

    /** Refuses null. */
    public TenantId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

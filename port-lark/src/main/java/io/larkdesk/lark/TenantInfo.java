package io.larkdesk.lark;

import java.util.Objects;

/**
 * What Lark tells of an organisation.
 *
 * @param name as its people know it; may be empty
 * @param tenantKey Lark's key for it
 */
public record TenantInfo(String name, String tenantKey) {

    /** Refuses null, and an empty key. */
    public TenantInfo {
        Objects.requireNonNull(name, "name");
        if (tenantKey.isEmpty()) {
            throw new IllegalArgumentException("tenantKey is empty");
        }
    }
}

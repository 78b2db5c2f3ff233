package io.larkdesk.core.tenant;

import java.util.Objects;

/**
 * A tenant's Lark custom app, ready to be used.
 *
 * @param tenant whose app it is
 * @param brand the platform it lives on
 * @param id its App ID
 * @param secret its App Secret, in the clear
 */
public record LarkApp(TenantId tenant, Brand brand, AppId id, AppSecret secret) {

    /** Refuses null. */
    public LarkApp {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(brand, "brand");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(secret, "secret");
    }
}

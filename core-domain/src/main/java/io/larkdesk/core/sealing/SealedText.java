package io.larkdesk.core.sealing;

import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.TenantId;
import java.util.Objects;
import java.util.UUID;

/**
 * One place at which something sealed is stored.
 *
 * @param kind what it is
 * @param tenant for whom it was sealed
 * @param id of an endpoint, which; of the others the tenant's own
 * @param secret what is stored
 */
public record SealedText(Kind kind, TenantId tenant, UUID id, SealedSecret secret) {

    /** Refuses null. */
    public SealedText {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(secret, "secret");
    }

    /** What is stored sealed. */
    public enum Kind {
        /** The App Secret of a tenant's Lark app. */
        APP,
        /** The App Secret of the app to which a tenant is to change. */
        NEXT_APP,
        /** By which what an endpoint is told is signed. */
        ENDPOINT,
        /** The one before, which signs too for a while. */
        RETIRING_ENDPOINT
    }
}

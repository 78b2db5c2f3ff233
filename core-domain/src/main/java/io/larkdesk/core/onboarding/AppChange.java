package io.larkdesk.core.onboarding;

import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer that is to change to another Lark app of its organisation. Until it does, the app that it has serves on.
 *
 * @param tenant the customer
 * @param appId the new app
 * @param secret of the new app, sealed
 * @param tenantKey the key by which Lark knows the organisation that has made the new app
 * @param begunAt since when
 * @param preflight what was found of the new app, the last time; empty until it was checked
 */
public record AppChange(
        TenantId tenant,
        AppId appId,
        SealedSecret secret,
        String tenantKey,
        Instant begunAt,
        Optional<Preflight> preflight) {

    /** Refuses null. */
    public AppChange {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(appId, "appId");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(tenantKey, "tenantKey");
        Objects.requireNonNull(begunAt, "begunAt");
        Objects.requireNonNull(preflight, "preflight");
    }

    /** Whether the customer may change now: the new app was checked, and all that can be checked of it is right. */
    public boolean isReady() {
        return preflight.map(Preflight::outcome).equals(Optional.of(Preflight.Outcome.PASSED));
    }

    /** {@code current} as it is once it has changed. */
    public Tenant applied(Tenant current) {
        return current.withApp(appId, secret).withTenantKey(tenantKey);
    }

    AppChange checked(Preflight found) {
        return new AppChange(tenant, appId, secret, tenantKey, begunAt, Optional.of(found));
    }

    boolean isOfSameApp(AppChange other) {
        return appId.equals(other.appId) && secret.equals(other.secret);
    }
}

package io.larkdesk.core.audit;

import io.larkdesk.core.tenant.Tenant;
import java.util.Optional;
import java.util.function.Function;

/** What is another thing about a tenant. */
public final class TenantChanges {

    private TenantChanges() {}

    /** What {@code after} has otherwise than {@code before}, which is empty if the tenant is new. Of a secret only that it is another. */
    public static AuditChanges between(Optional<Tenant> before, Tenant after) {
        AuditChanges changes = AuditChanges.NONE;
        changes = compare(changes, AuditField.NAME, before, after, tenant -> Optional.of(AuditDetail.nameOf(tenant)));
        changes = compare(
                changes, AuditField.APP_ID, before, after, tenant -> Optional.of(AuditDetail.of(tenant.appId())));
        changes = compare(
                changes, AuditField.BRAND, before, after, tenant -> Optional.of(AuditDetail.of(tenant.brand())));
        changes = compare(
                changes, AuditField.EDITION, before, after, tenant -> Optional.of(AuditDetail.of(tenant.edition())));
        changes = compare(changes, AuditField.ALLOWANCE, before, after, TenantChanges::allowance);
        changes = compare(
                changes, AuditField.PLAN, before, after, tenant -> tenant.plan().map(AuditDetail::of));
        changes = compare(
                changes, AuditField.STATE, before, after, tenant -> Optional.of(AuditDetail.of(tenant.state())));
        changes = compare(
                changes,
                AuditField.JOINS_AT_SIGN_IN,
                before,
                after,
                tenant -> Optional.of(AuditDetail.of(tenant.joinsAtSignIn())));
        if (before.isEmpty()) {
            return changes.and(AuditField.APP_SECRET, AuditDetail.HIDDEN);
        }
        boolean sameSecret = before.get().secret().equals(after.secret());
        return sameSecret ? changes : changes.andSecret(AuditField.APP_SECRET);
    }

    private static AuditChanges compare(
            AuditChanges changes,
            AuditField field,
            Optional<Tenant> before,
            Tenant after,
            Function<Tenant, Optional<AuditDetail>> detail) {
        return changes.and(field, before.flatMap(detail), detail.apply(after));
    }

    /** Without a limit there is no number. */
    private static Optional<AuditDetail> allowance(Tenant tenant) {
        return Optional.of(tenant.allowance())
                .filter(allowance -> !allowance.isUnlimited())
                .map(allowance -> AuditDetail.of(allowance.calls()));
    }
}

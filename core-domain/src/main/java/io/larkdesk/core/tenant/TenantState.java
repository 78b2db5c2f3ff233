package io.larkdesk.core.tenant;

import java.util.EnumSet;
import java.util.Set;

/** How far a tenant has come. */
public enum TenantState {
    /** Known by name; its Lark app is not proven to work. */
    DRAFT,
    /** Its Lark app passed the preflight. */
    VERIFIED,
    /** In service. */
    ACTIVE,
    /** Paused by the provider; nothing is lost. */
    SUSPENDED;

    /** Whether the provider may move a tenant from this state to {@code next}. */
    public boolean canBecome(TenantState next) {
        return successors().contains(next);
    }

    private Set<TenantState> successors() {
        return switch (this) {
            case DRAFT -> EnumSet.of(VERIFIED);
            case VERIFIED -> EnumSet.of(DRAFT, ACTIVE);
            case ACTIVE -> EnumSet.of(SUSPENDED);
            case SUSPENDED -> EnumSet.of(ACTIVE);
        };
    }
}

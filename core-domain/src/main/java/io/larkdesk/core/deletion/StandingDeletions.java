package io.larkdesk.core.deletion;

import io.larkdesk.core.onboarding.LeavingTenants;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The customers of whom a deletion stands. */
@Singleton
public final class StandingDeletions implements LeavingTenants {

    private final Deletions deletions;

    /** Takes its collaborators. */
    @Inject
    public StandingDeletions(Deletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public boolean include(TenantId tenant) {
        return deletions.find(tenant).isPresent();
    }
}

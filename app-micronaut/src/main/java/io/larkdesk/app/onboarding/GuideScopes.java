package io.larkdesk.app.onboarding;

import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.onboarding.Onboarding;
import io.larkdesk.core.onboarding.Onboardings;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.tenant.TenantScope;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** In what those work who have a customer's link and no account. */
@Singleton
public final class GuideScopes {

    private final Onboardings onboardings;

    GuideScopes(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    /** The customer's whose link it is, if it is one; whether it still opens anything, use cases ask. */
    public TenantScope of(BearerToken token) {
        return amongAll(() -> onboardings.findByLink(token.hash()))
                .map(Onboarding::tenant)
                .<TenantScope>map(TenantScope.One::new)
                .orElseGet(TenantScope.Nobody::new);
    }

    /** What has to look at all tenants: an app may be another's already. */
    public <T> T amongAll(Supplier<T> work) {
        return CurrentScope.in(new TenantScope.Everybody(), work);
    }
}

package io.larkdesk.core.onboarding;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Ends an onboarding whose customer never came into service, for whoever brings it in. Part of giving it up. */
@Singleton
public final class RemoveOnboarding {

    private final Onboarders onboarders;
    private final Onboardings onboardings;

    /** Takes its collaborators. */
    @Inject
    public RemoveOnboarding(Onboarders onboarders, Onboardings onboardings) {
        this.onboarders = onboarders;
        this.onboardings = onboardings;
    }

    /** What was removed in this transaction; empty if there is nothing for one who comes so, or the customer came into service. */
    public Optional<Onboarding> execute(Access.ByStaff access, Instant now) {
        Optional<Onboarding> found = onboarders.findForUpdate(access, now);
        found.map(Onboarding::tenant).ifPresent(onboardings::remove);
        return found;
    }
}

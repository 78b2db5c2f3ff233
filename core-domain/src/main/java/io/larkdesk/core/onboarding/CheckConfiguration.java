package io.larkdesk.core.onboarding;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whoever brings a customer in, or looks after it, has its Lark configuration checked. Who presses again at once gets what was found just
 * now: each time costs the customer calls.
 */
@Singleton
public final class CheckConfiguration {

    /** For so long what was found is not asked for again. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Stewards stewards;
    private final Tenants tenants;
    private final Preflights preflights;
    private final RunPreflight runPreflight;

    /** Takes its collaborators. */
    @Inject
    public CheckConfiguration(
            Transactions transactions,
            Onboarders onboarders,
            Stewards stewards,
            Tenants tenants,
            Preflights preflights,
            RunPreflight runPreflight) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.stewards = stewards;
        this.tenants = tenants;
        this.preflights = preflights;
        this.runPreflight = runPreflight;
    }

    /** How it ended. */
    public enum Result {
        /** It was checked, by this or just before. */
        CHECKED,
        /** Neither App ID nor App Secret is known yet. */
        NO_APP,
        /** What was checked was changed meanwhile. */
        CHANGED,
        /** There is nothing for whoever came so. */
        NOTHING_THERE
    }

    /** What is to be done after looking. */
    private record Wanted(Result otherwise, Optional<TenantId> check) {}

    /** Checks; Lark is asked outside of any transaction. */
    public Result execute(Access access) {
        Wanted wanted = transactions.inTransaction(now -> find(access, now)
                .map(tenant -> want(tenant, now))
                .orElse(new Wanted(Result.NOTHING_THERE, Optional.empty())));
        if (wanted.check().isEmpty()) {
            return wanted.otherwise();
        }
        RunPreflight.Command command = new RunPreflight.Command(wanted.check().get(), Optional.of(Actors.of(access)));
        return runPreflight.execute(command) instanceof RunPreflight.Checked ? Result.CHECKED : Result.CHANGED;
    }

    private Optional<TenantId> find(Access access, Instant now) {
        return onboarders
                .find(access, now)
                .map(Onboarding::tenant)
                .or(() -> access instanceof Access.ByStaff staff
                        ? stewards.find(staff.tenant(), staff.person()).map(Tenant::id)
                        : Optional.empty());
    }

    private Wanted want(TenantId tenant, Instant now) {
        if (tenants.listAll(List.of(tenant)).isEmpty()) {
            return new Wanted(Result.NO_APP, Optional.empty());
        }
        boolean fresh = preflights
                .find(tenant)
                .filter(last -> now.isBefore(last.at().plus(FRESH)))
                .isPresent();
        return new Wanted(Result.CHECKED, fresh ? Optional.empty() : Optional.of(tenant));
    }
}

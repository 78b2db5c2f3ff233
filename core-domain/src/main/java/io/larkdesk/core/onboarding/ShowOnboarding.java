package io.larkdesk.core.onboarding;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows how far a customer is: the same to the TAM and to whoever has the customer's link. */
@Singleton
public final class ShowOnboarding {

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Tenants tenants;
    private final People people;
    private final ShowPreflight showPreflight;

    /** Takes its collaborators. */
    @Inject
    public ShowOnboarding(
            Transactions transactions,
            Onboarders onboarders,
            Tenants tenants,
            People people,
            ShowPreflight showPreflight) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.tenants = tenants;
        this.people = people;
        this.showPreflight = showPreflight;
    }

    /**
     * How far it is.
     *
     * @param onboarding as it stands
     * @param tenant with its Lark app, once that is known
     * @param preflight what was found of that, the last time
     * @param tam who brings it in
     * @param provider the provider
     * @param asOf the present, by the database's clock
     */
    public record Shown(
            Onboarding onboarding,
            Optional<Tenant> tenant,
            Optional<Preflight> preflight,
            Person tam,
            Tenant provider,
            Instant asOf) {

        /** Refuses null. */
        public Shown {
            Objects.requireNonNull(onboarding, "onboarding");
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(preflight, "preflight");
            Objects.requireNonNull(tam, "tam");
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(asOf, "asOf");
        }
    }

    /** How far it is; empty if there is nothing for whoever came so. */
    public Optional<Shown> execute(Access access) {
        return transactions.inTransaction(now -> onboarders
                .find(access, now)
                .map(onboarding -> new Shown(
                        onboarding,
                        tenants.listAll(List.of(onboarding.tenant())).stream().findAny(),
                        showPreflight.execute(onboarding.tenant()),
                        people.find(onboarding.tam()).orElseThrow(),
                        tenants.findProvider().orElseThrow(),
                        now)));
    }
}

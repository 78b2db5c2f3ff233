package io.larkdesk.core.onboarding;

import io.larkdesk.core.escalation.KeptPlan;
import io.larkdesk.core.escalation.PlanPromises;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows who can begin to bring a customer in what there is to choose from. */
@Singleton
public final class OfferOnboarding {

    private final Transactions transactions;
    private final People people;
    private final Tenants tenants;
    private final PlanPromises promises;

    /** Takes its collaborators. */
    @Inject
    public OfferOnboarding(Transactions transactions, People people, Tenants tenants, PlanPromises promises) {
        this.transactions = transactions;
        this.people = people;
        this.tenants = tenants;
        this.promises = promises;
    }

    /**
     * What there is to choose from.
     *
     * @param plans the support plans that somebody has, or that promise something of their own, by name; there may be others
     * @param tams who can look after the customer, by name
     */
    public record Offer(List<PlanName> plans, List<Person> tams) {

        /** Copies the lists. */
        public Offer {
            plans = List.copyOf(plans);
            tams = List.copyOf(tams);
        }
    }

    /** The offer; empty if {@code asker} may bring nobody in. */
    public Optional<Offer> execute(PersonId asker) {
        return transactions.inTransaction(now -> people.find(asker).flatMap(this::offer));
    }

    private Optional<Offer> offer(Person asker) {
        if (asker.is(StaffRole.TAM)) {
            return Optional.of(new Offer(plans(), List.of(asker)));
        }
        return asker.role()
                .filter(role -> role == StaffRole.ADMIN)
                .map(role -> new Offer(
                        plans(),
                        people.listStaff().stream()
                                .filter(person -> person.is(StaffRole.TAM))
                                .sorted(Comparator.comparing(
                                        person -> person.name().value()))
                                .toList()));
    }

    private List<PlanName> plans() {
        return Stream.concat(
                        promises.list().stream().map(KeptPlan::name),
                        tenants.list().stream().map(Tenant::plan).flatMap(Optional::stream))
                .distinct()
                .sorted(Comparator.comparing(PlanName::value))
                .toList();
    }
}

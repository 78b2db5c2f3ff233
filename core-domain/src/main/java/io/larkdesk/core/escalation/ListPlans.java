package io.larkdesk.core.escalation;

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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists the support plans for the staff: those that promise something of their own, and those that customers have. */
@Singleton
public final class ListPlans {

    private final Transactions transactions;
    private final PlanPromises promises;
    private final Tenants tenants;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ListPlans(Transactions transactions, PlanPromises promises, Tenants tenants, People people) {
        this.transactions = transactions;
        this.promises = promises;
        this.tenants = tenants;
        this.people = people;
    }

    /**
     * A support plan.
     *
     * @param name what it is called
     * @param kept what it promises; empty if that is what every plan does
     * @param customers who has it, by name; none unless the asker sees to all customers
     */
    public record Listed(PlanName name, Optional<KeptPlan> kept, List<String> customers) {

        /** Copies the list. */
        public Listed {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(kept, "kept");
            customers = List.copyOf(customers);
        }
    }

    /** All of them, by name; empty if the asker is not of the staff. */
    public Optional<List<Listed>> execute(PersonId asker) {
        return transactions.inTransaction(
                now -> people.find(asker).flatMap(Person::role).map(this::list));
    }

    private List<Listed> list(StaffRole role) {
        List<KeptPlan> kept = promises.list();
        List<Tenant> customers = tenants.list();
        boolean seesAll = role == StaffRole.ADMIN || role == StaffRole.DUTY_MANAGER;
        return Stream.concat(
                        kept.stream().map(KeptPlan::name), customers.stream().flatMap(tenant -> tenant.plan().stream()))
                .distinct()
                .sorted(Comparator.comparing(PlanName::value))
                .map(name -> new Listed(
                        name,
                        kept.stream().filter(plan -> plan.name().equals(name)).findFirst(),
                        customers.stream()
                                .filter(tenant -> seesAll && tenant.plan().equals(Optional.of(name)))
                                .map(Tenant::organisation)
                                .sorted()
                                .toList()))
                .toList();
    }
}

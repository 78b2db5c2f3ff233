package io.larkdesk.core.budgeting;

import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.StepEntry;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Optional;

/** Says of which steps somebody is to be told, and whom. Each is given out once a month, and counts as told from then on. */
@Singleton
public final class ClaimBudgetNews {

    private final Transactions transactions;
    private final BudgetHistory history;
    private final Tenants tenants;
    private final Groups groups;
    private final FindTam findTam;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ClaimBudgetNews(
            Transactions transactions,
            BudgetHistory history,
            Tenants tenants,
            Groups groups,
            FindTam findTam,
            People people) {
        this.transactions = transactions;
        this.history = history;
        this.tenants = tenants;
        this.groups = groups;
        this.findTam = findTam;
        this.people = people;
    }

    /**
     * What is to be told.
     *
     * @param tenant of which tenant
     * @param overseer to whom: the customer's TAM, or an administrator about the provider's own; empty if nobody looks after the tenant
     * @param entry that its budget has come to a step tighter than any before in the month
     */
    public record News(Tenant tenant, Optional<Person> overseer, StepEntry entry) {}

    /** The earliest news of which nobody was told; empty if there is none. */
    public Optional<News> execute() {
        return transactions.inTransaction(now -> history.lockUntold().map(entry -> {
            history.told(entry, now);
            Tenant tenant = tenants.get(entry.tenant());
            return new News(tenant, tenant.isProvider() ? administrator() : tam(tenant), entry);
        }));
    }

    private Optional<Person> tam(Tenant customer) {
        return groups.findServiceGroupOf(customer.id()).flatMap(group -> findTam.execute(group.id()));
    }

    private Optional<Person> administrator() {
        return people.listStaff().stream()
                .filter(person -> person.is(StaffRole.ADMIN))
                .min(Comparator.comparing(Person::id));
    }
}

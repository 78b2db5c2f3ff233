package io.larkdesk.core.budgeting;

import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.StepEntry;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Says of which steps somebody is to be told, and whom. Each is given out once a month, and counts as told from then on. */
@Singleton
public final class ClaimBudgetNews {

    private final Transactions transactions;
    private final BudgetHistory history;
    private final Tenants tenants;
    private final Groups groups;
    private final FindTam findTam;

    /** Takes its collaborators. */
    @Inject
    public ClaimBudgetNews(
            Transactions transactions, BudgetHistory history, Tenants tenants, Groups groups, FindTam findTam) {
        this.transactions = transactions;
        this.history = history;
        this.tenants = tenants;
        this.groups = groups;
        this.findTam = findTam;
    }

    /**
     * What is to be told.
     *
     * @param tenant of which tenant
     * @param tam to whom; empty if nobody looks after the tenant
     * @param entry that its budget has come to a step tighter than any before in the month
     */
    public record News(Tenant tenant, Optional<Person> tam, StepEntry entry) {}

    /** The earliest news of which nobody was told; empty if there is none. */
    public Optional<News> execute() {
        return transactions.inTransaction(now -> history.lockUntold().map(entry -> {
            history.told(entry, now);
            Tenant tenant = tenants.get(entry.tenant());
            Optional<Person> tam = groups.findServiceGroupOf(tenant.id()).flatMap(group -> findTam.execute(group.id()));
            return new News(tenant, tam, entry);
        }));
    }
}

package io.larkdesk.core.deletion;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Shows administrators whether a customer is to be deleted, and what would come of it. */
@Singleton
public final class ShowDeletion {

    private final Transactions transactions;
    private final Deleters deleters;
    private final Deletions deletions;
    private final People people;
    private final DeletionPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public ShowDeletion(
            Transactions transactions, Deleters deleters, Deletions deletions, People people, DeletionPolicy policy) {
        this.transactions = transactions;
        this.deleters = deleters;
        this.deletions = deletions;
        this.people = people;
        this.policy = policy;
    }

    /**
     * How it stands.
     *
     * @param tenant the customer
     * @param deletion its deletion, if one stands
     * @param requester who asked for that, if it is still known
     * @param policy how customers are deleted
     * @param now the present
     */
    public record Shown(
            Tenant tenant,
            Optional<Deletion> deletion,
            Optional<Person> requester,
            DeletionPolicy policy,
            Instant now) {

        /** Refuses null. */
        public Shown {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(deletion, "deletion");
            Objects.requireNonNull(requester, "requester");
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(now, "now");
        }
    }

    /** How it stands; empty if there is no such customer for {@code asker}. */
    public Optional<Shown> execute(TenantId customer, PersonId asker) {
        return transactions.inTransaction(
                now -> deleters.find(customer, asker).map(tenant -> show(tenant, deletions.find(tenant.id()), now)));
    }

    private Shown show(Tenant tenant, Optional<Deletion> deletion, Instant now) {
        return new Shown(tenant, deletion, deletion.map(Deletion::requester).flatMap(people::find), policy, now);
    }
}

package io.larkdesk.core.onboarding;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Shows staff how far a customer has come on the way to another Lark app. */
@Singleton
public final class ShowAppChange {

    private final Transactions transactions;
    private final Stewards stewards;
    private final People people;
    private final AppChanges changes;
    private final DeskAddress desk;

    /** Takes its collaborators. */
    @Inject
    public ShowAppChange(
            Transactions transactions, Stewards stewards, People people, AppChanges changes, DeskAddress desk) {
        this.transactions = transactions;
        this.stewards = stewards;
        this.people = people;
        this.changes = changes;
        this.desk = desk;
    }

    /**
     * A customer that may change.
     *
     * @param tenant as it is
     * @param change what has begun, if something has
     * @param addresses of the new app, to be entered in Lark's console; of the present one if nothing has begun
     * @param people how many people of the customer are known
     * @param recognisable how many of them are recognised through an app of the same developer
     */
    public record Shown(
            Tenant tenant, Optional<AppChange> change, AppAddresses addresses, int people, int recognisable) {

        /** Refuses null. */
        public Shown {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(addresses, "addresses");
        }
    }

    /** The customer; empty if there is none in service for {@code steward}. */
    public Optional<Shown> execute(TenantId customer, PersonId steward) {
        return transactions.inTransaction(now ->
                stewards.find(customer, steward).filter(SwitchApp::mayChange).map(this::show));
    }

    private Shown show(Tenant tenant) {
        Optional<AppChange> change = changes.find(tenant.id());
        return new Shown(
                tenant,
                change,
                new AppAddresses(desk, change.map(AppChange::appId).orElse(tenant.appId())),
                people.count(tenant.id()),
                people.countWithUnionId(tenant.id()));
    }
}

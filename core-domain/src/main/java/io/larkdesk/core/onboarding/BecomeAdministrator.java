package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** One of the provider's people, signed in and with the link, becomes the first administrator; with that the set-up is over. */
@Singleton
public final class BecomeAdministrator {

    private final Transactions transactions;
    private final Setup setup;
    private final SetupLinks links;
    private final Tenants tenants;
    private final People people;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public BecomeAdministrator(
            Transactions transactions,
            Setup setup,
            SetupLinks links,
            Tenants tenants,
            People people,
            RecordAudit audit) {
        this.transactions = transactions;
        this.setup = setup;
        this.links = links;
        this.tenants = tenants;
        this.people = people;
        this.audit = audit;
    }

    /** The administrator; empty if {@code token} opens nothing, or {@code person} is not the provider's. Of several at once one becomes it. */
    public Optional<Person> execute(BearerToken token, PersonId person) {
        return transactions.inTransaction(now -> {
            people.lockRoles();
            return people.find(person).filter(this::isOfProvider).flatMap(one -> become(one, token, now));
        });
    }

    private boolean isOfProvider(Person person) {
        return tenants.get(person.id().tenant()).isProvider();
    }

    private Optional<Person> become(Person person, BearerToken token, Instant now) {
        if (!setup.isOpenedBy(token, now)) {
            return Optional.empty();
        }
        Person administrator = person.inRole(Optional.of(StaffRole.ADMIN));
        people.save(administrator);
        links.clear();
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.of(person.id()),
                AuditAction.ADMINISTRATOR_MADE,
                AuditSubject.of(person.id()),
                AuditChanges.NONE.and(
                        AuditField.ROLE,
                        person.role().map(AuditDetail::of),
                        administrator.role().map(AuditDetail::of))));
        return Optional.of(administrator);
    }
}

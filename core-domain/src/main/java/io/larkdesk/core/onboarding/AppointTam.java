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
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.ReplaceMember;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Has another TAM look after a customer, beside those who do or in place of one. Tickets stay in the hands in which they are. */
@Singleton
public final class AppointTam {

    private final Transactions transactions;
    private final Stewards stewards;
    private final People people;
    private final Groups groups;
    private final ReplaceMember replaceMember;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public AppointTam(
            Transactions transactions,
            Stewards stewards,
            People people,
            Groups groups,
            ReplaceMember replaceMember,
            RecordAudit audit) {
        this.transactions = transactions;
        this.stewards = stewards;
        this.people = people;
        this.groups = groups;
        this.replaceMember = replaceMember;
        this.audit = audit;
    }

    /**
     * What is to be.
     *
     * @param steward who says so: an administrator, or a TAM of the customer
     * @param customer who is looked after
     * @param tam by whom
     * @param instead in whose place; empty for beside all who do
     */
    public record Command(PersonId steward, TenantId customer, PersonId tam, Optional<PersonId> instead) {

        /** Refuses null, and somebody in their own place. */
        public Command {
            Objects.requireNonNull(steward, "steward");
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(tam, "tam");
            if (instead.equals(Optional.of(tam))) {
                throw new IllegalArgumentException("instead is tam: " + tam);
            }
        }
    }

    /** How it ended. */
    public enum Result {
        /** So it is from now on. */
        APPOINTED,
        /** One of the two is no TAM. */
        NOT_A_TAM,
        /** The customer has no service group, because it has not been in service. */
        NOT_IN_SERVICE,
        /** There is no such customer for the steward. */
        NOTHING_THERE
    }

    /** Appoints. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            Optional<Tenant> customer = stewards.find(command.customer(), command.steward());
            if (customer.isEmpty()) {
                return Result.NOTHING_THERE;
            }
            if (!isTam(command.tam()) || !command.instead().map(this::isTam).orElse(true)) {
                return Result.NOT_A_TAM;
            }
            return groups.findServiceGroupOf(command.customer())
                    .map(group -> appoint(group, command))
                    .orElse(Result.NOT_IN_SERVICE);
        });
    }

    private boolean isTam(PersonId person) {
        return people.find(person).flatMap(Person::role).equals(Optional.of(StaffRole.TAM));
    }

    private Result appoint(ServiceGroup group, Command command) {
        replaceMember.execute(group.id(), command.tam(), command.instead(), command.steward());
        audit.execute(new AuditEvent(
                AuditBook.of(command.customer()),
                AuditActor.of(command.steward()),
                AuditAction.TAM_APPOINTED,
                AuditSubject.of(command.customer()),
                AuditChanges.NONE.and(
                        AuditField.TAM,
                        command.instead().map(AuditDetail::of),
                        Optional.of(AuditDetail.of(command.tam())))));
        return Result.APPOINTED;
    }
}

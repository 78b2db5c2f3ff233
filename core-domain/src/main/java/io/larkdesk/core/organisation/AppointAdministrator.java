package io.larkdesk.core.organisation;

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
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Makes one of a customer's people an administrator of the organisation. */
@Singleton
public final class AppointAdministrator {

    private final Transactions transactions;
    private final Appointers appointers;
    private final People people;
    private final Administrators administrators;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public AppointAdministrator(
            Transactions transactions,
            Appointers appointers,
            People people,
            Administrators administrators,
            RecordAudit audit) {
        this.transactions = transactions;
        this.appointers = appointers;
        this.people = people;
        this.administrators = administrators;
        this.audit = audit;
    }

    /**
     * What is to be.
     *
     * @param by who says so: one who may change the customer, or one of its administrators
     * @param person who is to be one, of the customer's people
     */
    public record Command(PersonId by, PersonId person) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(person, "person");
        }
    }

    /** How it ended. */
    public enum Result {
        /** So it is, from now on or as before. */
        APPOINTED,
        /** The customer has no such person, or nobody can reach the person any more. */
        NO_SUCH_PERSON,
        /** There is no such customer for whoever says so. */
        NOTHING_THERE
    }

    /** Appoints; saying it again changes nothing. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            if (appointers.find(command.person().tenant(), command.by()).isEmpty()) {
                return Result.NOTHING_THERE;
            }
            return people.find(command.person())
                    .filter(person -> person.reachable())
                    .map(person -> appoint(command, now))
                    .orElse(Result.NO_SUCH_PERSON);
        });
    }

    private Result appoint(Command command, Instant now) {
        if (administrators.add(new Administrator(command.person(), command.by(), now))) {
            audit.execute(new AuditEvent(
                    AuditBook.of(command.person().tenant()),
                    AuditActor.of(command.by()),
                    AuditAction.ADMINISTRATOR_APPOINTED,
                    AuditSubject.of(command.person().tenant()),
                    AuditChanges.NONE.and(
                            AuditField.PERSON, Optional.empty(), Optional.of(AuditDetail.of(command.person())))));
        }
        return Result.APPOINTED;
    }
}

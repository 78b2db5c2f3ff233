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
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Has somebody be an administrator of the organisation no more; also oneself, and the last one: staff can appoint another. */
@Singleton
public final class DismissAdministrator {

    private final Transactions transactions;
    private final Appointers appointers;
    private final Administrators administrators;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public DismissAdministrator(
            Transactions transactions, Appointers appointers, Administrators administrators, RecordAudit audit) {
        this.transactions = transactions;
        this.appointers = appointers;
        this.administrators = administrators;
        this.audit = audit;
    }

    /**
     * What is to be.
     *
     * @param by who says so: one who may change the customer, or one of its administrators
     * @param person who is to be none any more
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
        DISMISSED,
        /** There is no such customer for whoever says so. */
        NOTHING_THERE
    }

    /** Dismisses; saying it again changes nothing. */
    public Result execute(Command command) {
        return transactions.inTransaction(
                now -> appointers.find(command.person().tenant(), command.by()).isPresent()
                        ? dismiss(command)
                        : Result.NOTHING_THERE);
    }

    private Result dismiss(Command command) {
        if (administrators.remove(command.person())) {
            audit.execute(new AuditEvent(
                    AuditBook.of(command.person().tenant()),
                    AuditActor.of(command.by()),
                    AuditAction.ADMINISTRATOR_DISMISSED,
                    AuditSubject.of(command.person().tenant()),
                    AuditChanges.NONE.and(
                            AuditField.PERSON, Optional.of(AuditDetail.of(command.person())), Optional.empty())));
        }
        return Result.DISMISSED;
    }
}

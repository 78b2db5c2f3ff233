package io.larkdesk.core.reminding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.budgeting.Overseers;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.reminder.Outcome;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Has a reminder that Lark refused tried again: the mention waits as if it were new, and whether it is reminded of, and when, is decided as
 * of all that wait. So it comes no earlier than the person's permit opens, and nobody is told of it twice.
 */
@Singleton
public final class SendAgain {

    private final Transactions transactions;
    private final Overseers overseers;
    private final Permits permits;
    private final Mentions mentions;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public SendAgain(
            Transactions transactions, Overseers overseers, Permits permits, Mentions mentions, RecordAudit audit) {
        this.transactions = transactions;
        this.overseers = overseers;
        this.permits = permits;
        this.mentions = mentions;
        this.audit = audit;
    }

    /**
     * What is wanted.
     *
     * @param asker who wants it
     * @param message where somebody is mentioned
     * @param person who
     */
    public record Command(PersonId asker, MessageId message, PersonId person) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(asker, "asker");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(person, "person");
        }
    }

    /** What came of it. */
    public enum Result {
        /** The mention waits again. */
        WAITING,
        /** It has not failed, or does not stand as failed any more; nothing is changed. */
        NOT_FAILED,
        /** There is no such mention for the asker. */
        NOT_THERE
    }

    /** Puts the mention back to those that wait. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            if (overseers
                            .find(command.message().group().tenant(), command.asker())
                            .isEmpty()
                    || mentions.find(command.message(), command.person()).isEmpty()) {
                return Result.NOT_THERE;
            }
            // As all do who decide about the person's mentions; whoever presses at the same time waits here
            permits.lock(command.person());
            Optional<Decision> failed = mentions.findDecision(command.message(), command.person());
            if (!mentions.reopen(command.message(), command.person())) {
                return Result.NOT_FAILED;
            }
            permits.wake(List.of(command.person()), now, now);
            record(command, failed.orElseThrow());
            return Result.WAITING;
        });
    }

    private void record(Command command, Decision failed) {
        Decision.Reason reason = ((Decision.NotReminded) failed).reason();
        audit.execute(new AuditEvent(
                AuditBook.of(command.message().group().tenant()),
                AuditActor.of(command.asker()),
                AuditAction.REMINDER_SENT_AGAIN,
                AuditSubject.of(command.person()),
                AuditChanges.NONE.and(AuditField.STATE, AuditDetail.of(reason), AuditDetail.of(Outcome.WAITING))));
    }
}

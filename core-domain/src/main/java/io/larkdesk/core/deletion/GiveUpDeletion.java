package io.larkdesk.core.deletion;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Gives up to delete a customer, as long as that has not begun. Its service stays paused. */
@Singleton
public final class GiveUpDeletion {

    private final Transactions transactions;
    private final Deleters deleters;
    private final Deletions deletions;
    private final DeletionObserver observer;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public GiveUpDeletion(
            Transactions transactions,
            Deleters deleters,
            Deletions deletions,
            DeletionObserver observer,
            RecordAudit audit) {
        this.transactions = transactions;
        this.deleters = deleters;
        this.deletions = deletions;
        this.observer = observer;
        this.audit = audit;
    }

    /**
     * What is to be.
     *
     * @param administrator who says so
     * @param customer who is to stay
     */
    public record Command(PersonId administrator, TenantId customer) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(customer, "customer");
        }
    }

    /** How it ended. */
    public enum Result {
        /** The customer stays. */
        GIVEN_UP,
        /** It is too late. */
        BEGUN,
        /** There is no deletion of such a customer for whoever asks. */
        NOTHING_THERE
    }

    /** Gives it up. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> deleters.find(command.customer(), command.administrator())
                .map(Tenant::id)
                .flatMap(deletions::lock)
                .map(deletion -> giveUp(deletion, command.administrator(), now))
                .orElse(Result.NOTHING_THERE));
    }

    private Result giveUp(Deletion deletion, PersonId administrator, Instant now) {
        if (deletion.isBegun()) {
            return Result.BEGUN;
        }
        deletions.remove(deletion.tenant());
        observer.decided(deletion.tenant(), Optional.empty(), now);
        audit.execute(new AuditEvent(
                AuditBook.of(deletion.tenant()),
                AuditActor.of(administrator),
                AuditAction.DELETION_GIVEN_UP,
                AuditSubject.of(deletion.tenant()),
                AuditChanges.NONE));
        return Result.GIVEN_UP;
    }
}

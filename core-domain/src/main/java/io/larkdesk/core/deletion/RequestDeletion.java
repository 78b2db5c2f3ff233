package io.larkdesk.core.deletion;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.onboarding.ChangeService;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Has a customer deleted after a time in which that can be given up; its service is paused at once. */
@Singleton
public final class RequestDeletion {

    private final Transactions transactions;
    private final Deleters deleters;
    private final ChangeService changeService;
    private final Deletions deletions;
    private final DeletionPolicy policy;
    private final DeletionObserver observer;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RequestDeletion(
            Transactions transactions,
            Deleters deleters,
            ChangeService changeService,
            Deletions deletions,
            DeletionPolicy policy,
            DeletionObserver observer,
            RecordAudit audit) {
        this.transactions = transactions;
        this.deleters = deleters;
        this.changeService = changeService;
        this.deletions = deletions;
        this.policy = policy;
        this.observer = observer;
        this.audit = audit;
    }

    /**
     * What is to be.
     *
     * @param administrator who says so
     * @param customer who is to be deleted
     * @param name what the administrator thinks that the organisation is called
     * @param reason why
     * @param withoutExport whether nothing is to be taken along
     */
    public record Command(
            PersonId administrator,
            TenantId customer,
            OrganisationName name,
            DeletionReason reason,
            boolean withoutExport) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** How it ended. */
    public enum Result {
        /** The deletion stands, by this or since before. */
        STANDS,
        /** The organisation is not called so. */
        OTHER_NAME,
        /** The customer has not been in service yet. */
        NOT_IN_SERVICE,
        /** There is no such customer for whoever asks. */
        NOTHING_THERE
    }

    /** Pauses the service, and stores that the customer is to be deleted. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> deleters.find(command.customer(), command.administrator())
                .map(tenant -> request(tenant, command, now))
                .orElse(Result.NOTHING_THERE));
    }

    private Result request(Tenant tenant, Command command, Instant now) {
        if (!tenant.organisation().strip().equals(command.name().value())) {
            return Result.OTHER_NAME;
        }
        return switch (changeService.execute(new ChangeService.Command(command.administrator(), tenant.id(), true))) {
            case NOTHING_THERE, LEAVING -> Result.NOTHING_THERE;
            case NOT_IN_SERVICE -> Result.NOT_IN_SERVICE;
            case DONE -> {
                if (deletions.lock(tenant.id()).isEmpty()) {
                    store(command, now);
                }
                yield Result.STANDS;
            }
        };
    }

    private void store(Command command, Instant now) {
        Deletion deletion = Deletion.request(
                command.customer(), command.administrator(), command.reason(), command.withoutExport(), policy, now);
        deletions.save(deletion);
        observer.decided(deletion.tenant(), Optional.of(deletion.dueAt()), now);
        audit.execute(new AuditEvent(
                AuditBook.of(deletion.tenant()),
                AuditActor.of(command.administrator()),
                AuditAction.DELETION_REQUESTED,
                AuditSubject.of(deletion.tenant()),
                AuditChanges.NONE
                        .and(AuditField.UNTIL, AuditDetail.of(deletion.dueAt()))
                        .and(AuditField.WITHOUT_EXPORT, AuditDetail.of(deletion.withoutExport()))));
    }
}

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
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Says of a customer that is to be deleted that nothing is to be taken along, so that its deletion does not wait for that. */
@Singleton
public final class ForgoExport {

    private final Transactions transactions;
    private final Deleters deleters;
    private final Deletions deletions;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public ForgoExport(Transactions transactions, Deleters deleters, Deletions deletions, RecordAudit audit) {
        this.transactions = transactions;
        this.deleters = deleters;
        this.deletions = deletions;
        this.audit = audit;
    }

    /**
     * What is said.
     *
     * @param administrator who says so
     * @param customer of whom
     */
    public record Command(PersonId administrator, TenantId customer) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(customer, "customer");
        }
    }

    /** Says so; whether there is a deletion of such a customer for whoever asks. */
    public boolean execute(Command command) {
        return transactions.inTransaction(now -> deleters.find(command.customer(), command.administrator())
                .map(Tenant::id)
                .flatMap(deletions::lock)
                .map(deletion -> forgo(deletion, command.administrator()))
                .isPresent());
    }

    private Deletion forgo(Deletion deletion, PersonId administrator) {
        if (deletion.withoutExport()) {
            return deletion;
        }
        Deletion next = deletion.forgoExport();
        deletions.save(next);
        audit.execute(new AuditEvent(
                AuditBook.of(deletion.tenant()),
                AuditActor.of(administrator),
                AuditAction.EXPORT_FORGONE,
                AuditSubject.of(deletion.tenant()),
                AuditChanges.NONE.and(AuditField.WITHOUT_EXPORT, AuditDetail.of(false), AuditDetail.of(true))));
        return next;
    }
}

package io.larkdesk.core.webhook;

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
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Writes down in the audit log what administrators do to endpoints and deliveries. */
@Singleton
public final class RecordEndpoint {

    /** What is done to deliveries. */
    private enum Deed {
        REPLAY
    }

    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RecordEndpoint(RecordAudit audit) {
        this.audit = audit;
    }

    void added(PersonId administrator, Endpoint endpoint) {
        record(
                administrator,
                endpoint.id().value(),
                AuditChanges.NONE.and(AuditField.EVENTS, AuditDetail.of(endpoint.types())));
    }

    void changed(ChangeEndpoint.Command command) {
        AuditChanges deed = AuditChanges.NONE.and(AuditField.DEED, AuditDetail.of(command.what()));
        record(
                command.administrator(),
                command.endpoint().value(),
                command.what() == ChangeEndpoint.What.ROTATE ? deed.andSecret(AuditField.SECRET) : deed);
    }

    void replayed(PersonId administrator, Delivery delivery) {
        record(
                administrator,
                delivery.endpoint().value(),
                AuditChanges.NONE.and(AuditField.DEED, AuditDetail.of(Deed.REPLAY)));
    }

    private void record(PersonId administrator, UUID endpoint, AuditChanges changes) {
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.of(administrator),
                AuditAction.WEBHOOK_CHANGED,
                AuditSubject.of(AuditSubject.Kind.WEBHOOK, endpoint),
                changes));
    }
}

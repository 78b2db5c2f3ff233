package io.larkdesk.core.invite;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes down which invites the service team makes and revokes, without what opens them. Part of both. */
@Singleton
public final class RecordInvite {

    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RecordInvite(RecordAudit audit) {
        this.audit = audit;
    }

    void issued(Invite invite) {
        AuditChanges changes = AuditChanges.NONE
                .and(AuditField.UNTIL, AuditDetail.of(invite.expiresAt()))
                .and(AuditField.USES, Optional.empty(), invite.mostUses().map(most -> AuditDetail.of((long) most)));
        record(invite, invite.issuer(), AuditAction.INVITE_ISSUED, changes);
    }

    void revoked(Invite invite, PersonId revoker) {
        AuditChanges changes = AuditChanges.NONE.and(
                AuditField.UNTIL, Optional.of(AuditDetail.of(invite.expiresAt())), Optional.empty());
        record(invite, revoker, AuditAction.INVITE_REVOKED, changes);
    }

    private void record(Invite invite, PersonId actor, AuditAction action, AuditChanges changes) {
        if (Side.of(actor, invite.id().group()) == Side.SERVICE_TEAM) {
            audit.execute(new AuditEvent(
                    AuditBook.of(invite.id().group().tenant()),
                    AuditActor.of(actor),
                    action,
                    AuditSubject.of(AuditSubject.Kind.GROUP, invite.id().group().value()),
                    changes));
        }
    }
}

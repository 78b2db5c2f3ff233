package io.larkdesk.core.group;

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
import java.util.Optional;

/** Writes down who of the service team leaves a group, or is put out. Part of both. */
@Singleton
public final class RecordMembership {

    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RecordMembership(RecordAudit audit) {
        this.audit = audit;
    }

    /** {@code person} is out of the group by {@code actor}; of customers nothing is written. */
    void left(GroupId group, PersonId person, PersonId actor) {
        if (Side.of(actor, group) == Side.SERVICE_TEAM) {
            audit.execute(new AuditEvent(
                    AuditBook.of(group.tenant()),
                    AuditActor.of(actor),
                    AuditAction.MEMBER_LEFT,
                    AuditSubject.of(AuditSubject.Kind.GROUP, group.value()),
                    AuditChanges.NONE.and(AuditField.PERSON, Optional.of(AuditDetail.of(person)), Optional.empty())));
        }
    }
}

package io.larkdesk.core.roster;

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

/** Writes down what becomes of the roster. Part of all that changes it. */
@Singleton
public final class RecordRoster {

    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RecordRoster(RecordAudit audit) {
        this.audit = audit;
    }

    /** {@code after} stands where {@code before} stood, if that is another; who planned it is empty for the operator's file. */
    void planned(Optional<PersonId> planner, Optional<Shift> before, Shift after) {
        if (before.equals(Optional.of(after))) {
            return;
        }
        record(
                planner.map(AuditActor::of).orElse(AuditActor.BOOTSTRAP_FILE),
                AuditAction.SHIFT_PLANNED,
                after.person(),
                shift(after).and(AuditField.UNTIL, before.map(shift -> AuditDetail.of(shift.until())), until(after)));
    }

    void cancelled(PersonId planner, Shift shift) {
        record(AuditActor.of(planner), AuditAction.SHIFT_CANCELLED, shift.person(), gone(shift));
    }

    /** {@code part} of {@code shift} is taken over. */
    void covered(PersonId planner, Shift shift, Shift part) {
        AuditChanges changes = AuditChanges.NONE
                .and(AuditField.ROLE, AuditDetail.of(part.role()))
                .and(AuditField.FROM, AuditDetail.of(part.from()))
                .and(AuditField.UNTIL, AuditDetail.of(part.until()))
                .and(AuditField.PERSON, AuditDetail.of(shift.person()), AuditDetail.of(part.person()));
        record(AuditActor.of(planner), AuditAction.SHIFT_COVERED, shift.person(), changes);
    }

    void noted(PersonId asker, Absence absence) {
        AuditChanges changes = AuditChanges.NONE
                .and(AuditField.FROM, AuditDetail.of(absence.from()))
                .and(AuditField.UNTIL, AuditDetail.of(absence.until()));
        record(AuditActor.of(asker), AuditAction.ABSENCE_NOTED, absence.person(), changes);
    }

    void ended(PersonId asker, Absence absence) {
        AuditChanges changes = AuditChanges.NONE
                .and(AuditField.FROM, Optional.of(AuditDetail.of(absence.from())), Optional.empty())
                .and(AuditField.UNTIL, Optional.of(AuditDetail.of(absence.until())), Optional.empty());
        record(AuditActor.of(asker), AuditAction.ABSENCE_ENDED, absence.person(), changes);
    }

    private static AuditChanges shift(Shift shift) {
        return AuditChanges.NONE
                .and(AuditField.ROLE, AuditDetail.of(shift.role()))
                .and(AuditField.FROM, AuditDetail.of(shift.from()));
    }

    private static AuditChanges gone(Shift shift) {
        return AuditChanges.NONE
                .and(AuditField.ROLE, Optional.of(AuditDetail.of(shift.role())), Optional.empty())
                .and(AuditField.FROM, Optional.of(AuditDetail.of(shift.from())), Optional.empty())
                .and(AuditField.UNTIL, until(shift), Optional.empty());
    }

    private static Optional<AuditDetail> until(Shift shift) {
        return Optional.of(AuditDetail.of(shift.until()));
    }

    private void record(AuditActor actor, AuditAction action, PersonId about, AuditChanges changes) {
        audit.execute(new AuditEvent(AuditBook.PROVIDER, actor, action, AuditSubject.of(about), changes));
    }
}

package io.larkdesk.core.escalation;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.ticket.Severity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Writes down in the audit log what a support plan promised before and promises now. */
@Singleton
public final class RecordPlan {

    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RecordPlan(RecordAudit audit) {
        this.audit = audit;
    }

    /** Empty is a plan that promises what every plan does. */
    void changed(AuditActor actor, PlanName name, Optional<SupportPlan> before, Optional<SupportPlan> after) {
        AuditChanges changes = AuditChanges.NONE
                .and(AuditField.REPLY, before.map(RecordPlan::reply), after.map(RecordPlan::reply))
                .and(AuditField.LEVELS, before.map(RecordPlan::levels), after.map(RecordPlan::levels))
                .and(AuditField.RESPONSE, times(before, Target::response), times(after, Target::response))
                .and(AuditField.RESOLUTION, times(before, Target::resolution), times(after, Target::resolution))
                .and(AuditField.REMINDER_WINDOW, before.flatMap(RecordPlan::window), after.flatMap(RecordPlan::window));
        audit.execute(
                new AuditEvent(AuditBook.PROVIDER, actor, AuditAction.PLAN_CHANGED, AuditSubject.of(name), changes));
    }

    private static AuditDetail reply(SupportPlan plan) {
        return AuditDetail.of(plan.replyWithin());
    }

    private static AuditDetail levels(SupportPlan plan) {
        return AuditDetail.of(plan.escalation().steps().size());
    }

    private static Optional<AuditDetail> window(SupportPlan plan) {
        return plan.reminderWindow().map(window -> AuditDetail.of(window.value()));
    }

    private static Optional<AuditDetail> times(Optional<SupportPlan> plan, Function<Target, Optional<Duration>> time) {
        return plan.flatMap(SupportPlan::targets)
                .map(ServiceTargets::bySeverity)
                .map(targets -> AuditDetail.ofTimes(Arrays.stream(Severity.values())
                        .map(severity -> time.apply(targets.getOrDefault(severity, Target.NONE)))
                        .toList()));
    }
}

package io.larkdesk.app.console.audit;

import io.larkdesk.core.audit.AuditAction;
import java.util.Map;
import java.util.Set;

/** What each form of the console and of the guide writes down. */
final class AuditedForms {

    /** What each form of the console and of the guide writes down; what is missing here is a form that nobody thought of. */
    static final Map<String, Set<AuditAction>> FORMS = Map.ofEntries(
            Map.entry("POST /console/api", Set.of(AuditAction.TOKEN_ISSUED)),
            Map.entry("POST /console/api/{token}/revoke", Set.of(AuditAction.TOKEN_REVOKED)),
            Map.entry("POST /console/webhooks", Set.of(AuditAction.WEBHOOK_CHANGED)),
            Map.entry("POST /console/webhooks/{endpoint}/{what}", Set.of(AuditAction.WEBHOOK_CHANGED)),
            Map.entry("POST /console/webhooks/events/{event}/replay", Set.of(AuditAction.WEBHOOK_CHANGED)),
            Map.entry("POST /console/answers", Set.of(AuditAction.ANSWER_CHANGED)),
            Map.entry("POST /console/answers/remove", Set.of(AuditAction.ANSWER_CHANGED)),
            Map.entry("POST /console/audit/verify", Set.of(AuditAction.AUDIT_VERIFIED)),
            Map.entry("POST /console/fence", Set.of(AuditAction.FENCE_LIFTED)),
            Map.entry("POST /console/budgets/{tenant}/allowance", Set.of(AuditAction.ALLOWANCE_CHANGED)),
            Map.entry(
                    "POST /console/emergencies/{emergency}/{command}",
                    Set.of(
                            AuditAction.EMERGENCY_ACKNOWLEDGED,
                            AuditAction.EMERGENCY_CONFIRMED,
                            AuditAction.EMERGENCY_HANDED_OVER,
                            AuditAction.EMERGENCY_ENDED)),
            Map.entry("POST /console/plans/calendar", Set.of(AuditAction.CALENDAR_CHANGED)),
            Map.entry("POST /console/plans/plan", Set.of(AuditAction.PLAN_CHANGED)),
            Map.entry("POST /console/queue/assign", Set.of(AuditAction.TICKET_CHANGED)),
            Map.entry("POST /console/queue/resolve", Set.of(AuditAction.TICKET_CHANGED)),
            Map.entry("POST /console/queue/take", Set.of(AuditAction.TICKET_CHANGED)),
            // What one of the staff looks at is their own affair
            Map.entry("POST /console/queue/views", Set.of()),
            Map.entry("POST /console/queue/views/forget", Set.of()),
            Map.entry("POST /console/reminders/again", Set.of(AuditAction.REMINDER_SENT_AGAIN)),
            Map.entry("POST /console/roster/absences", Set.of(AuditAction.ABSENCE_NOTED)),
            Map.entry("POST /console/roster/absences/end", Set.of(AuditAction.ABSENCE_ENDED)),
            Map.entry("POST /console/roster/calendar", Set.of(AuditAction.SHIFT_PLANNED)),
            Map.entry("POST /console/roster/rotations", Set.of(AuditAction.SHIFT_PLANNED)),
            Map.entry("POST /console/roster/shifts", Set.of(AuditAction.SHIFT_PLANNED)),
            Map.entry("POST /console/roster/shifts/cancel", Set.of(AuditAction.SHIFT_CANCELLED)),
            Map.entry("POST /console/roster/shifts/cover", Set.of(AuditAction.SHIFT_COVERED)),
            Map.entry("POST /console/setup", Set.of(AuditAction.PROVIDER_ENTERED, AuditAction.PROVIDER_CONFIRMED)),
            Map.entry("POST /console/setup/administrator", Set.of(AuditAction.ADMINISTRATOR_MADE)),
            Map.entry("POST /console/staff/{person}", Set.of(AuditAction.ROLE_GIVEN)),
            Map.entry("POST /console/tenants", Set.of(AuditAction.ONBOARDING_STARTED)),
            Map.entry("POST /console/tenants/{tenant}/activate", Set.of(AuditAction.TENANT_ACTIVATED)),
            Map.entry("POST /console/tenants/{tenant}/administrators", Set.of(AuditAction.ADMINISTRATOR_APPOINTED)),
            Map.entry(
                    "POST /console/tenants/{tenant}/administrators/dismiss",
                    Set.of(AuditAction.ADMINISTRATOR_DISMISSED)),
            Map.entry("POST /console/tenants/{tenant}/app", Set.of(AuditAction.APP_ENTERED)),
            Map.entry("POST /console/tenants/{tenant}/app-change", Set.of(AuditAction.APP_CHANGE_BEGUN)),
            Map.entry("POST /console/tenants/{tenant}/app-change/give-up", Set.of(AuditAction.APP_CHANGE_GIVEN_UP)),
            Map.entry("POST /console/tenants/{tenant}/app-change/preflight", Set.of(AuditAction.PREFLIGHT_RUN)),
            Map.entry("POST /console/tenants/{tenant}/app-change/switch", Set.of(AuditAction.APP_CHANGED)),
            Map.entry(
                    "POST /console/tenants/{tenant}/deletion",
                    Set.of(AuditAction.DELETION_REQUESTED, AuditAction.SERVICE_SUSPENDED)),
            Map.entry("POST /console/tenants/{tenant}/deletion/give-up", Set.of(AuditAction.DELETION_GIVEN_UP)),
            Map.entry("POST /console/tenants/{tenant}/deletion/without-export", Set.of(AuditAction.EXPORT_FORGONE)),
            Map.entry("POST /console/tenants/{tenant}/export", Set.of(AuditAction.TENANT_EXPORTED)),
            Map.entry("POST /console/tenants/{tenant}/guide", Set.of(AuditAction.GUIDE_LINK_ISSUED)),
            Map.entry("POST /console/tenants/{tenant}/give-up", Set.of(AuditAction.ONBOARDING_GIVEN_UP)),
            Map.entry("POST /console/tenants/{tenant}/guide/revoke", Set.of(AuditAction.GUIDE_LINK_REVOKED)),
            Map.entry("POST /console/tenants/{tenant}/name", Set.of(AuditAction.NAMED_AS_IN_LARK)),
            Map.entry("POST /console/tenants/{tenant}/preflight", Set.of(AuditAction.PREFLIGHT_RUN)),
            Map.entry("POST /console/tenants/{tenant}/resume", Set.of(AuditAction.SERVICE_RESUMED)),
            Map.entry("POST /console/tenants/{tenant}/secret", Set.of(AuditAction.SECRET_REPLACED)),
            Map.entry("POST /console/tenants/{tenant}/steps", Set.of(AuditAction.STEP_SAID)),
            Map.entry("POST /console/tenants/{tenant}/tam", Set.of(AuditAction.TAM_APPOINTED)),
            Map.entry("POST /console/tenants/{tenant}/suspend", Set.of(AuditAction.SERVICE_SUSPENDED)),
            Map.entry("POST /guide/{token}/app", Set.of(AuditAction.APP_ENTERED)),
            Map.entry("POST /guide/{token}/name", Set.of(AuditAction.NAMED_AS_IN_LARK)),
            Map.entry("POST /guide/{token}/preflight", Set.of(AuditAction.PREFLIGHT_RUN)),
            Map.entry("POST /guide/{token}/steps", Set.of(AuditAction.STEP_SAID)));

    private AuditedForms() {}
}

package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Secrets;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Checks the Lark configuration of the app to which a customer is to change, as {@link RunPreflight} does that of the app which it has. */
@Singleton
public final class CheckNewApp {

    private final Transactions transactions;
    private final Stewards stewards;
    private final Tenants tenants;
    private final AppChanges changes;
    private final Secrets secrets;
    private final AppInspector inspector;
    private final DeskAddress desk;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public CheckNewApp(
            Transactions transactions,
            Stewards stewards,
            Tenants tenants,
            AppChanges changes,
            Secrets secrets,
            AppInspector inspector,
            DeskAddress desk,
            RecordAudit audit) {
        this.transactions = transactions;
        this.stewards = stewards;
        this.tenants = tenants;
        this.changes = changes;
        this.secrets = secrets;
        this.inspector = inspector;
        this.desk = desk;
        this.audit = audit;
    }

    /** What was found, and stored; empty if there is no change for {@code steward}, or it was begun anew meanwhile. */
    public Optional<Preflight> execute(TenantId customer, PersonId steward) {
        Optional<AppChange> found = transactions.inTransaction(now -> find(customer, steward));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        AppChange asked = found.get();
        Tenant prospect = asked.applied(tenants.get(customer));
        AppAnswer answer = inspector.inspect(prospect.larkApp(secrets), CallPurpose.SETUP);
        return transactions.inTransaction(now -> find(customer, steward)
                .filter(asked::isOfSameApp)
                .map(change -> store(change, prospect, answer, steward, now)));
    }

    private Optional<AppChange> find(TenantId customer, PersonId steward) {
        return stewards.find(customer, steward).flatMap(tenant -> changes.find(tenant.id()));
    }

    private Preflight store(AppChange change, Tenant prospect, AppAnswer answer, PersonId steward, Instant now) {
        Preflight preflight = new Preflight(
                change.tenant(),
                now,
                Optional.of(steward),
                answer.calls(),
                Preflight.decide(prospect, new AppAddresses(desk, change.appId()), answer, false));
        changes.save(change.checked(preflight));
        audit.execute(new AuditEvent(
                AuditBook.of(change.tenant()),
                AuditActor.of(steward),
                AuditAction.PREFLIGHT_RUN,
                AuditSubject.of(change.tenant()),
                AuditChanges.NONE
                        .and(AuditField.APP_ID, AuditDetail.of(change.appId()))
                        .and(AuditField.FAILED_CHECKS, AuditDetail.of(preflight.failed()))));
        return preflight;
    }
}

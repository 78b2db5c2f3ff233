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
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Forgets the app to which a customer was to change; the one that it has stays. */
@Singleton
public final class GiveUpAppChange {

    private final Transactions transactions;
    private final Stewards stewards;
    private final Tenants tenants;
    private final AppChanges changes;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public GiveUpAppChange(
            Transactions transactions, Stewards stewards, Tenants tenants, AppChanges changes, RecordAudit audit) {
        this.transactions = transactions;
        this.stewards = stewards;
        this.tenants = tenants;
        this.changes = changes;
        this.audit = audit;
    }

    /** Whether there was one to forget. */
    public boolean execute(TenantId customer, PersonId steward) {
        return transactions.inTransaction(now -> stewards.find(customer, steward)
                .map(found -> tenants.lock(found.id()))
                .flatMap(tenant -> changes.find(tenant.id()))
                .map(change -> giveUp(change, steward))
                .orElse(false));
    }

    private boolean giveUp(AppChange change, PersonId steward) {
        changes.delete(change.tenant());
        audit.execute(new AuditEvent(
                AuditBook.of(change.tenant()),
                AuditActor.of(steward),
                AuditAction.APP_CHANGE_GIVEN_UP,
                AuditSubject.of(change.tenant()),
                AuditChanges.NONE.and(AuditField.APP_ID, AuditDetail.of(change.appId()))));
        return true;
    }
}

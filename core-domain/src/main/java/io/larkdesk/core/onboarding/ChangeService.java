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
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Pauses a customer's service, and takes it up again; nothing is lost by either. */
@Singleton
public final class ChangeService {

    private final Transactions transactions;
    private final Stewards stewards;
    private final Tenants tenants;
    private final LeavingTenants leaving;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public ChangeService(
            Transactions transactions, Stewards stewards, Tenants tenants, LeavingTenants leaving, RecordAudit audit) {
        this.transactions = transactions;
        this.stewards = stewards;
        this.tenants = tenants;
        this.leaving = leaving;
        this.audit = audit;
    }

    /**
     * What is to be.
     *
     * @param steward who says so: an administrator, or a TAM of the customer
     * @param customer whose service
     * @param suspended whether it is to be paused
     */
    public record Command(PersonId steward, TenantId customer, boolean suspended) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(steward, "steward");
            Objects.requireNonNull(customer, "customer");
        }
    }

    /** How it ended. */
    public enum Result {
        /** So it is, by this or since before. */
        DONE,
        /** The customer has not been in service yet. */
        NOT_IN_SERVICE,
        /** The customer is to be deleted; its service is not taken up again. */
        LEAVING,
        /** There is no such customer for the steward. */
        NOTHING_THERE
    }

    /** Pauses the service, or takes it up. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> stewards.find(command.customer(), command.steward())
                .map(found -> change(
                        tenants.lock(found.id()),
                        command.steward(),
                        command.suspended() ? TenantState.SUSPENDED : TenantState.ACTIVE))
                .orElse(Result.NOTHING_THERE));
    }

    private Result change(Tenant tenant, PersonId steward, TenantState wanted) {
        if (tenant.state() == TenantState.DRAFT || tenant.state() == TenantState.VERIFIED) {
            return Result.NOT_IN_SERVICE;
        }
        if (wanted == TenantState.ACTIVE && leaving.include(tenant.id())) {
            return Result.LEAVING;
        }
        if (tenant.state() != wanted) {
            tenants.save(tenant.become(wanted));
            audit.execute(new AuditEvent(
                    AuditBook.of(tenant.id()),
                    AuditActor.of(steward),
                    wanted == TenantState.SUSPENDED ? AuditAction.SERVICE_SUSPENDED : AuditAction.SERVICE_RESUMED,
                    AuditSubject.of(tenant.id()),
                    AuditChanges.NONE.and(AuditField.STATE, AuditDetail.of(tenant.state()), AuditDetail.of(wanted))));
        }
        return Result.DONE;
    }
}

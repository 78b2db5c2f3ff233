package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.audit.TenantChanges;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.Sessions;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Changes a customer to the Lark app that was made ready. All its people are signed out, and nothing is sent to any of them until the new app
 * says, at the next sign-in, who they are; what there is to remind of waits.
 */
@Singleton
public final class SwitchApp {

    private final Transactions transactions;
    private final Stewards stewards;
    private final Tenants tenants;
    private final People people;
    private final Sessions sessions;
    private final AppChanges changes;
    private final Preflights preflights;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public SwitchApp(
            Transactions transactions,
            Stewards stewards,
            Tenants tenants,
            People people,
            Sessions sessions,
            AppChanges changes,
            Preflights preflights,
            RecordAudit audit) {
        this.transactions = transactions;
        this.stewards = stewards;
        this.tenants = tenants;
        this.people = people;
        this.sessions = sessions;
        this.changes = changes;
        this.preflights = preflights;
        this.audit = audit;
    }

    /** How it ended. */
    public enum Result {
        /** The new app is the customer's. */
        SWITCHED,
        /** The new app has not passed the preflight. */
        NOT_READY,
        /** Another tenant has the app. */
        APP_TAKEN,
        /** There is no change for whoever asks. */
        NOTHING_THERE
    }

    /** Whether {@code tenant} is one that changes so; the app of one that never was in service is simply entered anew. */
    static boolean mayChange(Tenant tenant) {
        return tenant.state() == TenantState.ACTIVE || tenant.state() == TenantState.SUSPENDED;
    }

    /** Changes to it, if it is ready. */
    public Result execute(TenantId customer, PersonId steward) {
        return transactions.inTransaction(now -> stewards.find(customer, steward)
                .filter(SwitchApp::mayChange)
                .map(found -> tenants.lock(found.id()))
                .flatMap(tenant -> changes.find(tenant.id()).map(change -> change(tenant, change, steward)))
                .orElse(Result.NOTHING_THERE));
    }

    private Result change(Tenant before, AppChange change, PersonId steward) {
        Optional<Preflight> passed = change.preflight().filter(any -> change.isReady());
        if (passed.isEmpty()) {
            return Result.NOT_READY;
        }
        if (tenants.findByApp(change.appId()).isPresent()) {
            return Result.APP_TAKEN;
        }
        Tenant after = change.applied(before);
        tenants.save(after);
        tenants.addFormerApp(before.id(), before.appId());
        people.leaveBehind(before.id());
        sessions.deleteAllOf(before.id());
        preflights.save(passed.get());
        changes.delete(before.id());
        audit.execute(new AuditEvent(
                AuditBook.of(before.id()),
                AuditActor.of(steward),
                AuditAction.APP_CHANGED,
                AuditSubject.of(before.id()),
                TenantChanges.between(Optional.of(before), after)));
        return Result.SWITCHED;
    }
}

package io.larkdesk.core.budgeting;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.audit.TenantChanges;
import io.larkdesk.core.budget.AllowanceChange;
import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.ChangeReason;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Changes how many counted calls a month the desk may make for a customer, or for the provider, and keeps who did that when and why. */
@Singleton
public final class ChangeAllowance {

    private final Transactions transactions;
    private final Overseers overseers;
    private final Tenants tenants;
    private final CallBudgets budgets;
    private final BudgetHistory history;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public ChangeAllowance(
            Transactions transactions,
            Overseers overseers,
            Tenants tenants,
            CallBudgets budgets,
            BudgetHistory history,
            RecordAudit audit) {
        this.transactions = transactions;
        this.overseers = overseers;
        this.tenants = tenants;
        this.budgets = budgets;
        this.history = history;
        this.audit = audit;
    }

    /**
     * What is to be.
     *
     * @param steward who says so: an administrator, or a TAM of the customer
     * @param tenant whose allowance: a customer's, or the provider's
     * @param seen what was agreed when the steward looked
     * @param wanted what is to be agreed
     * @param reason why
     */
    public record Command(PersonId steward, TenantId tenant, CallTerms seen, CallTerms wanted, ChangeReason reason) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(steward, "steward");
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(seen, "seen");
            Objects.requireNonNull(wanted, "wanted");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** How it ended. */
    public enum Result {
        /** So it is from now on, in this month too. */
        CHANGED,
        /** So it was already. */
        THE_SAME,
        /** The edition has not as many calls. */
        MORE_THAN_EDITION,
        /** Somebody else changed it meanwhile. */
        STALE,
        /** There is no such customer for the steward. */
        NOTHING_THERE
    }

    /** Changes it. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> overseers
                .findToChange(command.tenant(), command.steward())
                .map(found -> change(tenants.lock(found.id()), command, now))
                .orElse(Result.NOTHING_THERE));
    }

    private Result change(Tenant tenant, Command command, Instant now) {
        CallTerms before = tenant.terms();
        if (before.equals(command.wanted())) {
            return Result.THE_SAME;
        }
        if (!command.wanted().isPossible()) {
            return Result.MORE_THAN_EDITION;
        }
        if (!before.equals(command.seen())) {
            return Result.STALE;
        }
        Tenant changed =
                tenant.with(command.wanted().edition(), command.wanted().allowance());
        tenants.save(changed);
        // If Lark thinks otherwise, it says so at the first call, which it does not count
        budgets.reopen(tenant.id(), CallBudget.monthOf(now));
        history.add(
                new AllowanceChange(tenant.id(), now, command.steward(), before, command.wanted(), command.reason()));
        audit.execute(new AuditEvent(
                AuditBook.about(tenant),
                AuditActor.of(command.steward()),
                AuditAction.ALLOWANCE_CHANGED,
                AuditSubject.of(tenant.id()),
                TenantChanges.between(Optional.of(tenant), changed)));
        return Result.CHANGED;
    }
}

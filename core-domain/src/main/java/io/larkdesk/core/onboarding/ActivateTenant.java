package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.group.BindServiceGroup;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.invite.InviteCode;
import io.larkdesk.core.invite.IssueInvite;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts a customer into service whose Lark app passed the preflight: the service group is bound to the support plan, with the TAM in it, who
 * gets a link to hand to the customer.
 */
@Singleton
public final class ActivateTenant {

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Onboardings onboardings;
    private final Tenants tenants;
    private final People people;
    private final BindServiceGroup bindServiceGroup;
    private final IssueInvite issueInvite;
    private final ActivationObserver observer;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public ActivateTenant(
            Transactions transactions,
            Onboarders onboarders,
            Onboardings onboardings,
            Tenants tenants,
            People people,
            BindServiceGroup bindServiceGroup,
            IssueInvite issueInvite,
            ActivationObserver observer,
            RecordAudit audit) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.onboardings = onboardings;
        this.tenants = tenants;
        this.people = people;
        this.bindServiceGroup = bindServiceGroup;
        this.issueInvite = issueInvite;
        this.observer = observer;
        this.audit = audit;
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * The customer is in service.
     *
     * @param tenant as it is now
     * @param group its service group
     * @param code for the first link into the group, told once
     */
    public record Activated(Tenant tenant, ServiceGroup group, InviteCode code) implements Result {}

    /** The Lark app has not passed the preflight, or was changed since. */
    public record NotVerified() implements Result {}

    /** Whoever brought the customer in is no TAM any more, and nobody would look after it. */
    public record NoTam() implements Result {}

    /** There is nothing for one who comes so, or the customer is in service already. */
    public record NothingThere() implements Result {}

    /** Puts it into service; of several at once one does. */
    public Result execute(Access.ByStaff access) {
        return transactions.inTransaction(now -> onboarders
                .findForUpdate(access, now)
                .map(onboarding -> activate(onboarding, access, now))
                .orElseGet(NothingThere::new));
    }

    private Result activate(Onboarding onboarding, Access.ByStaff access, Instant now) {
        Optional<Tenant> verified = tenants.listAll(List.of(onboarding.tenant())).stream()
                .map(tenant -> tenants.lock(tenant.id()))
                .filter(tenant -> tenant.state() == TenantState.VERIFIED)
                .findAny();
        if (verified.isEmpty()) {
            return new NotVerified();
        }
        if (people.find(onboarding.tam())
                .filter(person -> person.is(StaffRole.TAM))
                .isEmpty()) {
            return new NoTam();
        }
        Tenant tenant = verified.get().become(TenantState.ACTIVE);
        tenants.save(tenant);
        onboardings.save(onboarding.activated(now));
        ServiceGroup group = bindServiceGroup.execute(tenant.id(), List.of(onboarding.tam()));
        observer.activated(onboarding.tam(), tenant, now);
        IssueInvite.Result invite =
                issueInvite.execute(new IssueInvite.Command(group.id(), onboarding.tam(), Optional.empty()));
        audit.execute(new AuditEvent(
                AuditBook.of(tenant.id()),
                Actors.of(access),
                AuditAction.TENANT_ACTIVATED,
                AuditSubject.of(tenant.id()),
                AuditChanges.NONE
                        .and(AuditField.STATE, AuditDetail.of(verified.get().state()), AuditDetail.of(tenant.state()))
                        .and(AuditField.TAM, AuditDetail.of(onboarding.tam()))));
        return new Activated(tenant, group, ((IssueInvite.Issued) invite).code());
    }
}

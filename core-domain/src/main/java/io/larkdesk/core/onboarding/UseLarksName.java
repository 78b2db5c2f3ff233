package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Calls a customer on the way into service what Lark calls it, as the last Preflight found; Lark is not asked again. */
@Singleton
public final class UseLarksName {

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Onboardings onboardings;
    private final Tenants tenants;
    private final Preflights preflights;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public UseLarksName(
            Transactions transactions,
            Onboarders onboarders,
            Onboardings onboardings,
            Tenants tenants,
            Preflights preflights,
            RecordAudit audit) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.onboardings = onboardings;
        this.tenants = tenants;
        this.preflights = preflights;
        this.audit = audit;
    }

    /** Whether it is called so now; not if the last Preflight found no other name, or there is nothing for whoever came so. */
    public boolean execute(Access access) {
        return transactions.inTransaction(now -> onboarders
                .findForUpdate(access, now)
                .flatMap(onboarding -> preflights.find(onboarding.tenant()).flatMap(last -> otherName(last)
                        .map(name -> use(name, onboarding, last, access))))
                .orElse(false));
    }

    private static Optional<OrganisationName> otherName(Preflight last) {
        return last.findings().stream()
                .filter(finding -> finding.what() == What.OTHER_NAME)
                .flatMap(finding -> OrganisationName.parse(finding.found()).stream())
                .findAny();
    }

    private boolean use(OrganisationName name, Onboarding onboarding, Preflight last, Access access) {
        Preflight agreed = last.with(Finding.passed(Check.ORGANISATION, name.value()));
        onboardings.save(onboarding.called(name));
        tenants.save(agreed.moved(tenants.lock(onboarding.tenant()).called(name.value())));
        preflights.save(agreed);
        audit.execute(new AuditEvent(
                AuditBook.of(onboarding.tenant()),
                Actors.of(access),
                AuditAction.NAMED_AS_IN_LARK,
                AuditSubject.of(onboarding.tenant()),
                AuditChanges.NONE.and(
                        AuditField.NAME, AuditDetail.of(onboarding.organisation()), AuditDetail.of(name))));
        return true;
    }
}

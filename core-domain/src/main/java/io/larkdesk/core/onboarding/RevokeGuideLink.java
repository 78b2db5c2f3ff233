package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes the link of the customer's administrator back. */
@Singleton
public final class RevokeGuideLink {

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Onboardings onboardings;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RevokeGuideLink(
            Transactions transactions, Onboarders onboarders, Onboardings onboardings, RecordAudit audit) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.onboardings = onboardings;
        this.audit = audit;
    }

    /** Whether no link opens the guide now; not if there is nothing for one who comes so. Also one that is over can be revoked. */
    public boolean execute(Access.ByStaff access) {
        return transactions.inTransaction(now -> onboarders
                .find(access, now)
                .flatMap(onboarding -> onboardings.findForUpdate(onboarding.tenant()))
                .map(onboarding -> {
                    revoke(onboarding, access);
                    return true;
                })
                .orElse(false));
    }

    private void revoke(Onboarding onboarding, Access access) {
        if (onboarding.link().isEmpty()) {
            return;
        }
        onboardings.save(onboarding.withLink(Optional.empty()));
        audit.execute(new AuditEvent(
                AuditBook.of(onboarding.tenant()),
                Actors.of(access),
                AuditAction.GUIDE_LINK_REVOKED,
                AuditSubject.of(onboarding.tenant()),
                AuditChanges.NONE.and(
                        AuditField.UNTIL,
                        onboarding.link().map(GuideLink::expiresAt).map(AuditDetail::of),
                        Optional.empty())));
    }
}

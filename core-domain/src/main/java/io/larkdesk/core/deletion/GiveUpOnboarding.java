package io.larkdesk.core.deletion;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.onboarding.Access;
import io.larkdesk.core.onboarding.Onboarding;
import io.larkdesk.core.onboarding.RemoveOnboarding;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Gives up to bring in a customer that never came into service. There is nothing to take along, so its deletion begins at once. */
@Singleton
public final class GiveUpOnboarding {

    private final Transactions transactions;
    private final RemoveOnboarding removeOnboarding;
    private final Deletions deletions;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public GiveUpOnboarding(
            Transactions transactions, RemoveOnboarding removeOnboarding, Deletions deletions, RecordAudit audit) {
        this.transactions = transactions;
        this.removeOnboarding = removeOnboarding;
        this.deletions = deletions;
        this.audit = audit;
    }

    /** Whether it is given up by this; not if there is nothing for one who comes so, or the customer came into service. */
    public boolean execute(Access.ByStaff access) {
        return transactions.inTransaction(now -> removeOnboarding
                .execute(access, now)
                .map(onboarding -> {
                    giveUp(onboarding, access, now);
                    return true;
                })
                .orElse(false));
    }

    private void giveUp(Onboarding onboarding, Access.ByStaff access, Instant now) {
        deletions.save(Deletion.ofNeverServed(onboarding.tenant(), access.person(), now));
        // The customer's own book goes with the customer
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.of(access.person()),
                AuditAction.ONBOARDING_GIVEN_UP,
                AuditSubject.of(onboarding.tenant()),
                AuditChanges.NONE.and(AuditField.NAME, AuditDetail.of(onboarding.organisation()))));
    }
}

package io.larkdesk.core.onboarding;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes the link for the customer's administrator; the one before opens nothing any more. */
@Singleton
public final class IssueGuideLink {

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Onboardings onboardings;
    private final Randomness randomness;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public IssueGuideLink(
            Transactions transactions,
            Onboarders onboarders,
            Onboardings onboardings,
            Randomness randomness,
            RecordAudit audit) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.onboardings = onboardings;
        this.randomness = randomness;
        this.audit = audit;
    }

    /** What the link carries, shown once; empty if there is nothing for one who comes so. */
    public Optional<BearerToken> execute(Access.ByStaff access) {
        return transactions.inTransaction(
                now -> onboarders.findForUpdate(access, now).map(onboarding -> {
                    BearerToken token = BearerToken.issue(randomness);
                    GuideLink link = new GuideLink(token.hash(), now.plus(GuideLink.LASTS));
                    onboardings.save(onboarding.withLink(Optional.of(link)));
                    audit.execute(new AuditEvent(
                            AuditBook.of(onboarding.tenant()),
                            Actors.of(access),
                            AuditAction.GUIDE_LINK_ISSUED,
                            AuditSubject.of(onboarding.tenant()),
                            AuditChanges.NONE.and(
                                    AuditField.UNTIL,
                                    onboarding.link().map(GuideLink::expiresAt).map(AuditDetail::of),
                                    Optional.of(AuditDetail.of(link.expiresAt())))));
                    return token;
                }));
    }
}

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
import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes a link by which the first administrator comes in, for as long as there is none. */
@Singleton
public final class IssueSetupLink {

    private final Transactions transactions;
    private final Setup setup;
    private final SetupLinks links;
    private final Randomness randomness;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public IssueSetupLink(
            Transactions transactions, Setup setup, SetupLinks links, Randomness randomness, RecordAudit audit) {
        this.transactions = transactions;
        this.setup = setup;
        this.links = links;
        this.randomness = randomness;
        this.audit = audit;
    }

    /** What the link carries, shown once; empty if there is an administrator, who lets everybody else in. */
    public Optional<BearerToken> execute() {
        return transactions.inTransaction(now -> {
            if (!setup.isOpen()) {
                return Optional.empty();
            }
            BearerToken token = BearerToken.issue(randomness);
            SetupLink link = new SetupLink(token.hash(), now.plus(SetupLink.LASTS));
            links.add(link, now);
            audit.execute(new AuditEvent(
                    AuditBook.PROVIDER,
                    AuditActor.DESK,
                    AuditAction.SETUP_LINK_ISSUED,
                    AuditSubject.DEPLOYMENT,
                    AuditChanges.NONE.and(AuditField.UNTIL, AuditDetail.of(link.expiresAt()))));
            return Optional.of(token);
        });
    }
}

package io.larkdesk.core.fence;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.onboarding.SetupLinks;
import io.larkdesk.core.person.Sessions;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Tickets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Raises the fence: ends all sessions, since some were over when the backup was restored; forgets links that set the provider up; and has
 * positions and ticket numbers go on above all that can have been given since the backup was made.
 */
@Singleton
public final class RaiseFence {

    /** More tickets than are opened between a backup and its restoring. */
    static final int NUMBERS_SKIPPED = 10_000;

    private final Transactions transactions;
    private final Fences fences;
    private final Tenants tenants;
    private final Sessions sessions;
    private final SetupLinks setupLinks;
    private final Tickets tickets;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public RaiseFence(
            Transactions transactions,
            Fences fences,
            Tenants tenants,
            Sessions sessions,
            SetupLinks setupLinks,
            Tickets tickets,
            RecordAudit audit) {
        this.transactions = transactions;
        this.fences = fences;
        this.tenants = tenants;
        this.sessions = sessions;
        this.setupLinks = setupLinks;
        this.tickets = tickets;
        this.audit = audit;
    }

    /**
     * Raises it because the operator says so; once more if it is raised already.
     *
     * @param known what is remembered of the database, if anything is
     */
    public Fence execute(Optional<Mark> known) {
        return transactions.inTransaction(now -> raise(fences.lock(), Fence.State.ASKED, known, now));
    }

    /** Raises {@code fence}, which this transaction holds. */
    Fence raise(Fence fence, Fence.State why, Optional<Mark> known, Instant now) {
        Fence raised = fence.raised(why, known, fences.here(), now);
        tenants.list().forEach(tenant -> sessions.deleteAllOf(tenant.id()));
        setupLinks.clear();
        tickets.skipNumbers(NUMBERS_SKIPPED);
        fences.save(raised);
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.DESK,
                AuditAction.FENCE_RAISED,
                AuditSubject.DEPLOYMENT,
                AuditChanges.NONE.and(AuditField.STATE, AuditDetail.of(why))));
        return raised;
    }
}

package io.larkdesk.core.deletion;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Deletes the customers whose deletion is due, a little in each transaction, so that nobody waits for it long. Whoever is stopped in the middle
 * may go on later, and so may others; several at once do not hinder each other.
 *
 * <p>The last step comes only when whatever had begun before the first one has ended, so that it leaves nothing behind, and when no object
 * of the customer's files is left: deleting those takes {@link io.larkdesk.core.attachment.TidyAttachments}, which goes on until it succeeds.
 */
@Singleton
public final class CarryOutDeletion {

    private static final int BATCH = 500;
    private static final Duration SETTLING = Duration.ofMinutes(5);
    private static final Duration FILES_AGAIN = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Deletions deletions;
    private final Erasure erasure;
    private final Tenants tenants;
    private final AuditTrail trail;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public CarryOutDeletion(
            Transactions transactions,
            Deletions deletions,
            Erasure erasure,
            Tenants tenants,
            AuditTrail trail,
            RecordAudit audit) {
        this.transactions = transactions;
        this.deletions = deletions;
        this.erasure = erasure;
        this.tenants = tenants;
        this.trail = trail;
        this.audit = audit;
    }

    /** How far a deletion has come. */
    public enum Stage {
        /** It cannot be given up any more. */
        BEGUN,
        /** Something was deleted. */
        ERASING,
        /** Nothing is left to delete here, but others may be about to write something, or have files to take away. */
        SETTLING,
        /** Nothing is left. */
        GONE
    }

    /**
     * What was done.
     *
     * @param tenant of which customer
     * @param stage how far it has come
     * @param erased what is deleted of it, in all
     */
    public record Step(TenantId tenant, Stage stage, Tally erased) {

        /** Refuses null. */
        public Step {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(erased, "erased");
        }
    }

    /** Takes one step; empty if there is nothing to do now. */
    public Optional<Step> execute() {
        return transactions.inTransaction(now -> deletions.lockDue(now).map(deletion -> step(deletion, now)));
    }

    private Step step(Deletion deletion, Instant now) {
        if (!deletion.isBegun()) {
            return keep(deletion.begin(now), Stage.BEGUN);
        }
        Tally erased = erasure.erase(deletion.tenant(), BATCH);
        if (!erased.isNone()) {
            return keep(deletion.erasedToo(erased), Stage.ERASING);
        }
        Instant settled = deletion.begunAt().orElseThrow().plus(SETTLING);
        if (now.isBefore(settled)) {
            return keep(deletion.goOnAt(settled), Stage.SETTLING);
        }
        return erasure.hasFiles(deletion.tenant())
                ? keep(deletion.goOnAt(now.plus(FILES_AGAIN)), Stage.SETTLING)
                : finish(deletion);
    }

    private Step keep(Deletion next, Stage stage) {
        deletions.save(next);
        return new Step(next.tenant(), stage, next.erased());
    }

    private Step finish(Deletion deletion) {
        TenantId tenant = deletion.tenant();
        // None if its Lark app never was known
        Optional<Tenant> known = tenants.listAll(List.of(tenant)).stream().findAny();
        known.ifPresent(one -> tenants.lock(tenant));
        AuditEnd end = trail.lockEnd(AuditBook.of(tenant));
        // What came in before the tenant and its book were locked
        Tally late = erasure.erase(tenant, BATCH);
        if (!late.isNone()) {
            return keep(deletion.erasedToo(late), Stage.ERASING);
        }
        erasure.finish(tenant);
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.DESK,
                AuditAction.TENANT_DELETED,
                AuditSubject.of(tenant),
                AuditChanges.NONE
                        .and(AuditField.NAME, Optional.empty(), known.map(AuditDetail::nameOf))
                        .and(AuditField.PERSON, AuditDetail.of(deletion.requester()))
                        .and(AuditField.FROM, AuditDetail.of(deletion.requestedAt()))
                        .and(AuditField.PEOPLE, AuditDetail.of(deletion.erased().people()))
                        .and(
                                AuditField.TICKETS,
                                AuditDetail.of(deletion.erased().tickets()))
                        .and(
                                AuditField.MESSAGES,
                                AuditDetail.of(deletion.erased().messages()))
                        .and(AuditField.FILES, AuditDetail.of(deletion.erased().files()))
                        .and(AuditField.COUNT, AuditDetail.of(end.place()))
                        .and(AuditField.LAST_HASH, AuditDetail.of(end.hash()))));
        return new Step(tenant, Stage.GONE, deletion.erased());
    }
}

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
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;

/** Lets all go on after a backup was restored, as an administrator decides. */
@Singleton
public final class LiftFence {

    private final Transactions transactions;
    private final StaffAdministrators administrators;
    private final Fences fences;
    private final Expire expire;
    private final RevokeAll revokeAll;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public LiftFence(
            Transactions transactions,
            StaffAdministrators administrators,
            Fences fences,
            Expire expire,
            RevokeAll revokeAll,
            RecordAudit audit) {
        this.transactions = transactions;
        this.administrators = administrators;
        this.fences = fences;
        this.expire = expire;
        this.revokeAll = revokeAll;
        this.audit = audit;
    }

    /**
     * What is decided.
     *
     * @param administrator who decides
     * @param raisedAt when the fence was raised that the administrator saw
     * @param send whether what waits is sent; else it is dropped
     * @param keepLinks whether invites and guide links work on
     * @param keepTokens whether tokens of systems work on
     */
    public record Command(
            PersonId administrator, Instant raisedAt, boolean send, boolean keepLinks, boolean keepTokens) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(raisedAt, "raisedAt");
        }
    }

    /** How it ended. */
    public enum Result {
        /** It is lifted. */
        LIFTED,
        /** It is not raised, or was raised anew since the administrator saw it. */
        STALE,
        /** Whoever asks is no administrator. */
        NOT_ALLOWED
    }

    /** Drops what waits, unless it is to be sent; revokes what is not to work on; and lifts the fence. */
    public Result execute(Command command) {
        if (!administrators.include(command.administrator())) {
            return Result.NOT_ALLOWED;
        }
        if (!isSeen(fences.get(), command)) {
            return Result.STALE;
        }
        if (!command.send()) {
            // most of it in small steps, so that the last one is short
            expire.execute();
        }
        return transactions.inTransaction(now -> lift(command));
    }

    private Result lift(Command command) {
        Fence fence = fences.lock();
        if (!isSeen(fence, command)) {
            return Result.STALE;
        }
        if (!command.send()) {
            expire.execute();
        }
        if (!command.keepLinks()) {
            revokeAll.links(command.administrator());
        }
        if (!command.keepTokens()) {
            revokeAll.tokens(command.administrator().tenant());
        }
        fences.save(fence.lifted());
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.of(command.administrator()),
                AuditAction.FENCE_LIFTED,
                AuditSubject.DEPLOYMENT,
                AuditChanges.NONE
                        .and(AuditField.SENT, AuditDetail.of(command.send()))
                        .and(AuditField.LINKS_KEPT, AuditDetail.of(command.keepLinks()))
                        .and(AuditField.TOKENS_KEPT, AuditDetail.of(command.keepTokens()))));
        return Result.LIFTED;
    }

    private static boolean isSeen(Fence fence, Command command) {
        return fence.isRaised() && fence.mark().epoch().equals(command.raisedAt());
    }
}

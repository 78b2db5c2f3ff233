package io.larkdesk.core.audit;

import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes down in the audit log what somebody does, in the transaction in which it is done. Part of whatever is to be found there. */
@Singleton
public final class RecordAudit {

    private final Transactions transactions;
    private final AuditTrail trail;
    private final Origins origins;

    /** Takes its collaborators. */
    @Inject
    public RecordAudit(Transactions transactions, AuditTrail trail, Origins origins) {
        this.transactions = transactions;
        this.trail = trail;
        this.origins = origins;
    }

    /**
     * Appends what is done to its book, which is held until the transaction ends: so it is the last thing that the transaction does. Who asks
     * has seen to it that it may be done.
     */
    public AuditEntry execute(AuditEvent asked) {
        AuditEvent event = origins.token().map(token -> by(token, asked)).orElse(asked);
        return transactions.inTransaction(now -> {
            AuditEnd end = trail.lockEnd(event.book());
            Optional<Origin> origin = origins.current();
            AuditEntry draft = new AuditEntry(end.place() + 1, now, event, origin, ChainHash.START);
            AuditEntry entry = new AuditEntry(draft.place(), now, event, origin, AuditChain.hash(end.hash(), draft));
            trail.append(entry);
            return entry;
        });
    }

    /** Nobody has to guess whether a person did something, or one of that person's systems. */
    private static AuditEvent by(AuditToken token, AuditEvent event) {
        return new AuditEvent(
                event.book(),
                event.actor(),
                event.action(),
                event.subject(),
                event.changes().and(AuditField.TOKEN, AuditDetail.of(token)));
    }
}

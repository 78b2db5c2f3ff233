package io.larkdesk.core.auditing;

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
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks a book of the audit log from its first entry to the one that was the last when the checking began, page by page. */
@Singleton
public final class VerifyAudit {

    private final Transactions transactions;
    private final AuditReaders readers;
    private final AuditTrail trail;
    private final CheckBook checkBook;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public VerifyAudit(
            Transactions transactions, AuditReaders readers, AuditTrail trail, CheckBook checkBook, RecordAudit audit) {
        this.transactions = transactions;
        this.readers = readers;
        this.trail = trail;
        this.checkBook = checkBook;
        this.audit = audit;
    }

    /**
     * What was found.
     *
     * @param book which book
     * @param end how far it went as the checking began
     * @param broken the place of the first entry that is not as it was written; empty if all are
     */
    public record Verified(AuditBook book, AuditEnd end, OptionalLong broken) {

        /** Refuses null. */
        public Verified {
            Objects.requireNonNull(book, "book");
            Objects.requireNonNull(end, "end");
            Objects.requireNonNull(broken, "broken");
        }
    }

    /** Checks the book, each page in a transaction of its own, and writes down that it was; empty if {@code asker} may not read it. */
    public Optional<Verified> execute(PersonId asker, AuditBook book) {
        return transactions
                .inTransaction(now -> readers.find(asker)
                        .filter(readable -> readable.includes(book))
                        .map(readable -> trail.end(book)))
                .map(end -> recorded(asker, new Verified(book, end, checkBook.execute(book, end, List.of()))));
    }

    private Verified recorded(PersonId asker, Verified verified) {
        audit.execute(new AuditEvent(
                verified.book(),
                AuditActor.of(asker),
                AuditAction.AUDIT_VERIFIED,
                AuditSubject.of(verified.book()),
                AuditChanges.NONE
                        .and(AuditField.COUNT, AuditDetail.of(verified.end().place()))
                        .and(AuditField.STATE, AuditDetail.of(verified.broken().isEmpty()))));
        return verified;
    }
}

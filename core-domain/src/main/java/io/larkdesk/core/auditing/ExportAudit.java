package io.larkdesk.core.auditing;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEntry;
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
import java.util.Optional;

/** Gives a book of the audit log out, from its first entry on, as it can be checked; and writes down that somebody took it away. */
@Singleton
public final class ExportAudit {

    private final Transactions transactions;
    private final AuditReaders readers;
    private final AuditTrail trail;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public ExportAudit(Transactions transactions, AuditReaders readers, AuditTrail trail, RecordAudit audit) {
        this.transactions = transactions;
        this.readers = readers;
        this.trail = trail;
        this.audit = audit;
    }

    /** As what it is taken away. */
    public enum Format {
        /** For a spreadsheet. */
        CSV,
        /** As it can be checked. */
        JSON_LINES
    }

    /**
     * Writes down that somebody takes away a book, or what may be read of all books.
     *
     * @param book which book; of all it is written down in the provider's
     * @return how far the book in which it is written down goes now; empty if {@code asker} may not read that
     */
    public Optional<AuditEnd> begin(PersonId asker, Optional<AuditBook> book, Format format) {
        return transactions.inTransaction(now -> readers.find(asker)
                .filter(readable ->
                        book.isEmpty() || book.filter(readable::includes).isPresent())
                .map(readable -> audit.execute(new AuditEvent(
                        book.orElse(AuditBook.PROVIDER),
                        AuditActor.of(asker),
                        AuditAction.AUDIT_EXPORTED,
                        book.map(AuditSubject::of).orElse(AuditSubject.DEPLOYMENT),
                        AuditChanges.NONE.and(AuditField.FORMAT, AuditDetail.of(format)))))
                .map(entry -> new AuditEnd(entry.place(), entry.hash())));
    }

    /** At most {@code limit} entries after {@code placeExclusive}; none if {@code asker} may not read the book any more. */
    public List<AuditEntry> listAfter(PersonId asker, AuditBook book, long placeExclusive, int limit) {
        return transactions.inTransaction(now -> readers.find(asker)
                .filter(readable -> readable.includes(book))
                .map(readable -> trail.listAfter(book, placeExclusive, limit))
                .orElse(List.of()));
    }
}

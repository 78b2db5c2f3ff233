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
import io.larkdesk.core.auditing.VerifyAudit.Verified;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks all books of the audit log for the operator, also against how far they went at an earlier time: whoever owns the database can write a
 * whole book anew, with all of its hashes, and only what is kept elsewhere gives that away.
 */
@Singleton
public final class VerifyBooks {

    private final AuditTrail trail;
    private final CheckBook checkBook;
    private final DeletedBooks deletedBooks;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public VerifyBooks(AuditTrail trail, CheckBook checkBook, DeletedBooks deletedBooks, RecordAudit audit) {
        this.trail = trail;
        this.checkBook = checkBook;
        this.deletedBooks = deletedBooks;
        this.audit = audit;
    }

    /**
     * What was found.
     *
     * @param books of each book
     * @param deleted those that went with their customers, or are just going: nothing can be found of them, but that the provider's book tells
     *     of the deletion
     */
    public record Found(List<Verified> books, List<AuditBook> deleted) {

        /** Copies the lists. */
        public Found {
            books = List.copyOf(books);
            deleted = List.copyOf(deleted);
        }

        /** Whether all books are as they were written. */
        public boolean isWhole() {
            return books.stream().allMatch(book -> book.broken().isEmpty());
        }

        /** How many entries they have. */
        public long entries() {
            return books.stream().mapToLong(book -> book.end().place()).sum();
        }
    }

    /**
     * Checks them, and writes down that it did.
     *
     * @param known how far each book went; perhaps of none
     * @return what was found of each, of those too that are only in {@code known}
     */
    public Found execute(Map<AuditBook, AuditEnd> known) {
        List<AuditBook> books = Stream.concat(trail.listBooks().stream(), known.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(AuditBook::id))
                .toList();
        Set<AuditBook> going = deletedBooks.listGoing(books);
        Map<Boolean, List<AuditBook>> deleted = books.stream()
                .collect(Collectors.partitioningBy(
                        book -> going.contains(book) || isGone(book, Optional.ofNullable(known.get(book)))));
        Found found = new Found(
                deleted.getOrDefault(false, List.of()).stream()
                        .map(book -> verify(book, Optional.ofNullable(known.get(book))))
                        .toList(),
                deleted.getOrDefault(true, List.of()));
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.DESK,
                AuditAction.AUDIT_VERIFIED,
                AuditSubject.DEPLOYMENT,
                AuditChanges.NONE
                        .and(AuditField.COUNT, AuditDetail.of(found.entries()))
                        .and(AuditField.STATE, AuditDetail.of(found.isWhole()))));
        return found;
    }

    private boolean isGone(AuditBook book, Optional<AuditEnd> known) {
        return known.filter(end -> deletedBooks.isGone(book, end)).isPresent();
    }

    private Verified verify(AuditBook book, Optional<AuditEnd> known) {
        AuditEnd end = trail.end(book);
        return new Verified(
                book, end, checkBook.execute(book, end, known.stream().toList()));
    }
}

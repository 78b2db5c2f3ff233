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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Checks all books of the audit log for the operator, also against how far they went at an earlier time: whoever owns the database can write a
 * whole book anew, with all of its hashes, and only what is kept elsewhere gives that away.
 */
@Singleton
public final class VerifyBooks {

    private final AuditTrail trail;
    private final CheckBook checkBook;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public VerifyBooks(AuditTrail trail, CheckBook checkBook, RecordAudit audit) {
        this.trail = trail;
        this.checkBook = checkBook;
        this.audit = audit;
    }

    /**
     * Checks them, and writes down that it did.
     *
     * @param known how far each book went; perhaps of none
     * @return what was found of each, of those too that are only in {@code known}
     */
    public List<Verified> execute(Map<AuditBook, AuditEnd> known) {
        TreeSet<UUID> books = new TreeSet<>();
        trail.listBooks().forEach(book -> books.add(book.id()));
        known.keySet().forEach(book -> books.add(book.id()));
        List<Verified> found = books.stream()
                .map(AuditBook::withId)
                .map(book -> verify(book, Optional.ofNullable(known.get(book))))
                .toList();
        audit.execute(new AuditEvent(
                AuditBook.PROVIDER,
                AuditActor.DESK,
                AuditAction.AUDIT_VERIFIED,
                AuditSubject.DEPLOYMENT,
                AuditChanges.NONE
                        .and(
                                AuditField.COUNT,
                                AuditDetail.of(found.stream()
                                        .mapToLong(one -> one.end().place())
                                        .sum()))
                        .and(AuditField.STATE, AuditDetail.of(found.stream().allMatch(one -> one.broken()
                                .isEmpty())))));
        return found;
    }

    private Verified verify(AuditBook book, Optional<AuditEnd> known) {
        AuditEnd end = trail.end(book);
        return new Verified(
                book, end, checkBook.execute(book, end, known.stream().toList()));
    }
}

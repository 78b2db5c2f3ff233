package io.larkdesk.core.auditing;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.deletion.Deletion;
import io.larkdesk.core.deletion.Deletions;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which books went with their customers, or are just going: the provider's book tells how far each of them went. Part of checking all books. */
@Singleton
public final class DeletedBooks {

    private static final int PAGE = 1_000;

    private final AuditTrail trail;
    private final Deletions deletions;

    /** Takes its collaborators. */
    @Inject
    public DeletedBooks(AuditTrail trail, Deletions deletions) {
        this.trail = trail;
        this.deletions = deletions;
    }

    /** Those of {@code books} whose customers are being deleted, so that their entries go bit by bit. */
    Set<AuditBook> listGoing(Collection<AuditBook> books) {
        List<TenantId> customers =
                books.stream().flatMap(book -> book.customer().stream()).toList();
        return deletions.listAll(customers).stream()
                .filter(Deletion::isBegun)
                .map(deletion -> AuditBook.of(deletion.tenant()))
                .collect(Collectors.toSet());
    }

    /** Whether {@code book} is gone because its customer was deleted, and could have gone through {@code known} before. */
    boolean isGone(AuditBook book, AuditEnd known) {
        return trail.end(book).equals(AuditEnd.START)
                && book.customer()
                        .flatMap(this::find)
                        .filter(last -> known.place() < last.place() || known.equals(last))
                        .isPresent();
    }

    private Optional<AuditEnd> find(TenantId customer) {
        AuditQuery query = AuditQuery.ALL.of(Set.of(AuditBook.PROVIDER)).of(AuditAction.TENANT_DELETED);
        List<AuditEntry> page = trail.list(query, PAGE);
        while (!page.isEmpty()) {
            Optional<AuditEntry> found = page.stream()
                    .filter(entry -> entry.event().subject().equals(AuditSubject.of(customer)))
                    .findFirst();
            if (found.isPresent()) {
                return found.flatMap(DeletedBooks::end);
            }
            page = trail.list(query.after(page.get(page.size() - 1).spot()), PAGE);
        }
        return Optional.empty();
    }

    /** Empty where somebody wrote something else into the entry, which is found when the provider's book is checked. */
    private static Optional<AuditEnd> end(AuditEntry deleted) {
        try {
            AuditChanges told = deleted.event().changes();
            return told.after(AuditField.COUNT).flatMap(place -> told.after(AuditField.LAST_HASH)
                    .map(hash -> new AuditEnd(Long.parseLong(place.value()), new ChainHash(hash.value()))));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}

package io.larkdesk.core.deletion;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Has an administrator take along what is a customer's. That it began is written down; that it came to its end is what a {@link Deletion}
 * waits for.
 */
@Singleton
public final class TakeExport {

    private final Transactions transactions;
    private final Deleters deleters;
    private final Deletions deletions;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public TakeExport(Transactions transactions, Deleters deleters, Deletions deletions, RecordAudit audit) {
        this.transactions = transactions;
        this.deleters = deleters;
        this.deletions = deletions;
        this.audit = audit;
    }

    /**
     * An export under way.
     *
     * @param taker who takes it
     * @param tenant whose it is
     * @param at when it began
     * @param book how far the customer's audit log goes, with an entry about this as the last
     */
    public record Taking(PersonId taker, Tenant tenant, Instant at, AuditEnd book) {

        /** Refuses null. */
        public Taking {
            Objects.requireNonNull(taker, "taker");
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(book, "book");
        }
    }

    /** Begins; empty if there is no such customer for {@code taker}, or if its deletion has begun. */
    public Optional<Taking> begin(TenantId customer, PersonId taker) {
        return transactions.inTransaction(now -> find(customer, taker).map(tenant -> {
            AuditEntry entry = audit.execute(new AuditEvent(
                    AuditBook.of(customer),
                    AuditActor.of(taker),
                    AuditAction.TENANT_EXPORTED,
                    AuditSubject.of(customer),
                    AuditChanges.NONE));
            return new Taking(taker, tenant, now, new AuditEnd(entry.place(), entry.hash()));
        }));
    }

    private Optional<Tenant> find(TenantId customer, PersonId taker) {
        return deleters.find(customer, taker)
                .filter(tenant ->
                        deletions.find(tenant.id()).filter(Deletion::isBegun).isEmpty());
    }

    /**
     * Sees to it that the taker may still take it.
     *
     * @throws IllegalStateException if not, or if the deletion has begun meanwhile
     */
    void require(Taking taking) {
        if (find(taking.tenant().id(), taking.taker()).isEmpty()) {
            throw new IllegalStateException("the taker has lost the role meanwhile, or the customer is being deleted");
        }
    }

    /** Notes that all was taken along, where a deletion was asked for before that began. */
    public void end(Taking taking) {
        transactions.inTransaction(now -> {
            require(taking);
            return deletions
                    .lock(taking.tenant().id())
                    .filter(deletion -> !deletion.isBegun() && !taking.at().isBefore(deletion.requestedAt()))
                    .map(deletion -> {
                        deletions.save(deletion.exported(now));
                        return deletion;
                    });
        });
    }
}

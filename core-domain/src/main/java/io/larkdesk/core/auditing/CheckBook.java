package io.larkdesk.core.auditing;

import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChain;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditTrail;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks a book from its first entry to a given end, page by page, each in a transaction of its own. Part of all checking. */
@Singleton
public final class CheckBook {

    private static final int PAGE = 1_000;

    private final AuditTrail trail;

    /** Takes its collaborators. */
    @Inject
    public CheckBook(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * The place of the first entry that is not as it was written; empty if there is none.
     *
     * @param end how far the book goes
     * @param known how far it went at other times, kept elsewhere
     */
    OptionalLong execute(AuditBook book, AuditEnd end, Collection<AuditEnd> known) {
        AuditEnd checked = AuditEnd.START;
        while (checked.place() < end.place()) {
            long left = end.place() - checked.place();
            List<AuditEntry> page = trail.listAfter(book, checked.place(), (int) Math.min(left, PAGE));
            OptionalLong broken = AuditChain.verify(book, checked, page);
            if (broken.isPresent() || page.isEmpty()) {
                return broken.isPresent() ? broken : OptionalLong.of(checked.place() + 1);
            }
            Optional<AuditEntry> other = page.stream()
                    .filter(entry -> known.stream().anyMatch(then -> isOther(entry, then)))
                    .findFirst();
            if (other.isPresent()) {
                return OptionalLong.of(other.get().place());
            }
            AuditEntry last = page.get(page.size() - 1);
            checked = new AuditEnd(last.place(), last.hash());
        }
        boolean isWhole = checked.equals(end)
                && known.stream().allMatch(then -> then.place() <= end.place())
                && !isContinuedPastItsEnd(book, end);
        return isWhole ? OptionalLong.empty() : OptionalLong.of(end.place() + 1);
    }

    /** An entry and the end that it makes come at once, so whoever sees an entry and asks for the end afterwards finds it there, or further. */
    private boolean isContinuedPastItsEnd(AuditBook book, AuditEnd end) {
        return trail.listAfter(book, end.place(), 1).stream()
                .anyMatch(entry -> trail.end(book).place() < entry.place());
    }

    private static boolean isOther(AuditEntry entry, AuditEnd known) {
        return entry.place() == known.place() && !entry.hash().equals(known.hash());
    }
}

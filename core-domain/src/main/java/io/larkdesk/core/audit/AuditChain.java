package io.larkdesk.core.audit;

import io.larkdesk.core.shared.ChainBytes;
import io.larkdesk.core.shared.ChainHash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Chains the entries of a book by hashes, so that nobody can change, leave out, add or swap one afterwards without its being seen.
 *
 * <p>An entry's hash is the SHA-256 of, in this order: the hash before it (32 bytes; zeros before the first), the book's id (16 bytes), place,
 * milliseconds since 1970 and the number of changes (8 bytes each, big-endian), and these texts, each as UTF-8 after the number of its bytes
 * (4 bytes, big-endian): actor, action, subject, of each change its field and what it was and is (empty if nothing), address and request
 * (empty if done in the background).
 */
public final class AuditChain {

    private AuditChain() {}

    /** The hash that {@code entry} must have after an entry with the hash {@code before}, whatever hash it has. */
    public static ChainHash hash(ChainHash before, AuditEntry entry) {
        AuditEvent event = entry.event();
        ChainBytes bytes = ChainBytes.after(before)
                .id(event.book().id())
                .number(entry.place())
                .number(entry.at().toEpochMilli())
                .number(event.changes().list().size())
                .text(event.actor().text())
                .text(event.action().name())
                .text(event.subject().text());
        for (AuditChange change : event.changes().list()) {
            bytes.text(change.field().name()).text(text(change.before())).text(text(change.after()));
        }
        return bytes.text(entry.origin().map(Origin::address).orElse(""))
                .text(entry.origin().map(Origin::request).orElse(""))
                .hash();
    }

    private static String text(Optional<AuditDetail> detail) {
        return detail.map(AuditDetail::text).orElse("");
    }

    /**
     * The place of the first entry that is not as it was written, or stands where another one stood; empty if there is none.
     *
     * @param before how far the book goes before {@code entries}
     * @param entries the following ones, perhaps not all of them
     */
    public static OptionalLong verify(AuditBook book, AuditEnd before, List<AuditEntry> entries) {
        ChainHash hash = before.hash();
        long place = before.place() + 1;
        for (AuditEntry entry : entries) {
            boolean stands = entry.place() == place
                    && entry.event().book().equals(book)
                    && entry.hash().equals(hash(hash, entry));
            if (!stands) {
                return OptionalLong.of(place);
            }
            hash = entry.hash();
            place++;
        }
        return OptionalLong.empty();
    }

    /**
     * The same of a book that has to be complete.
     *
     * @param end how far it goes, kept elsewhere; if the entries end otherwise, the place after them is where they differ
     */
    public static OptionalLong verify(AuditBook book, List<AuditEntry> entries, AuditEnd end) {
        OptionalLong changed = verify(book, AuditEnd.START, entries);
        AuditEnd last = entries.isEmpty()
                ? AuditEnd.START
                : new AuditEnd(entries.size(), entries.get(entries.size() - 1).hash());
        return changed.isEmpty() && !last.equals(end) ? OptionalLong.of(entries.size() + 1L) : changed;
    }
}

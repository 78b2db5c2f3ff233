package io.larkdesk.core.ticket;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ChainBytes;
import io.larkdesk.core.shared.ChainHash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Chains the entries of a Timeline by hashes, so that nobody can change, leave out, add or swap one afterwards without its being seen.
 *
 * <p>An entry's hash is the SHA-256 of, in this order: the hash before it (32 bytes; zeros before the first), the tenant's and the ticket's
 * UUID (16 bytes each), place and milliseconds since 1970 (8 bytes each, big-endian), the kind's name, {@code by} and {@code about}
 * (tenant's and person's UUID as text with a slash between, or nothing), and the words; each of the last four as UTF-8, after the number of
 * its bytes (4 bytes, big-endian).
 */
public final class TimelineChain {

    private TimelineChain() {}

    /** The hash that {@code entry} must have after an entry with the hash {@code before}, whatever hash it has. */
    public static ChainHash hash(ChainHash before, TimelineEntry entry) {
        return ChainBytes.after(before)
                .id(entry.ticket().tenant().value())
                .id(entry.ticket().value())
                .number(entry.place())
                .number(entry.at().toEpochMilli())
                .text(entry.kind().name())
                .text(person(entry.by()))
                .text(person(entry.about()))
                .text(entry.words())
                .hash();
    }

    private static String person(Optional<PersonId> person) {
        return person.map(id -> id.tenant().value() + "/" + id.value()).orElse("");
    }

    /**
     * The place of the first entry that is not as it was written, or stands where another one stood; empty if there is none. That the last
     * entries are missing cannot be seen from the rest: see {@link #verify(List, ChainHash)}.
     *
     * @param entries a Timeline from its first entry on
     */
    public static OptionalLong verify(List<TimelineEntry> entries) {
        ChainHash before = ChainHash.START;
        long place = 1;
        for (TimelineEntry entry : entries) {
            boolean stands = entry.place() == place
                    && entry.ticket().equals(entries.get(0).ticket())
                    && entry.hash().equals(hash(before, entry));
            if (!stands) {
                return OptionalLong.of(place);
            }
            before = entry.hash();
            place++;
        }
        return OptionalLong.empty();
    }

    /**
     * The same of a Timeline that has to be complete.
     *
     * @param entries a Timeline from its first entry on
     * @param end the hash of its last entry, kept elsewhere; if the entries end with another, the place after them is where they differ
     */
    public static OptionalLong verify(List<TimelineEntry> entries, ChainHash end) {
        OptionalLong changed = verify(entries);
        ChainHash last = entries.isEmpty()
                ? ChainHash.START
                : entries.get(entries.size() - 1).hash();
        return changed.isEmpty() && !last.equals(end) ? OptionalLong.of(entries.size() + 1L) : changed;
    }
}

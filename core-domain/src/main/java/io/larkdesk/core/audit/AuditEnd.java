package io.larkdesk.core.audit;

import io.larkdesk.core.shared.ChainHash;
import java.util.Objects;

/**
 * How far a book goes.
 *
 * @param place of the last entry; 0 if there is none
 * @param hash of the last entry
 */
public record AuditEnd(long place, ChainHash hash) {

    /** Of a book without entries. */
    public static final AuditEnd START = new AuditEnd(0, ChainHash.START);

    /** Refuses null, and a negative place. */
    public AuditEnd {
        if (place < 0) {
            throw new IllegalArgumentException("place is negative: " + place);
        }
        Objects.requireNonNull(hash, "hash");
    }
}

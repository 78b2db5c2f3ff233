package io.larkdesk.core.ticket;

import io.larkdesk.core.shared.ChainHash;
import java.util.Objects;

/**
 * How far a Timeline goes.
 *
 * @param place of the last entry; 0 if there is none
 * @param hash of the last entry
 */
public record TimelineEnd(long place, ChainHash hash) {

    /** Of a Timeline without entries. */
    public static final TimelineEnd START = new TimelineEnd(0, ChainHash.START);

    /** Refuses null, and a negative place. */
    public TimelineEnd {
        if (place < 0) {
            throw new IllegalArgumentException("place is negative: " + place);
        }
        Objects.requireNonNull(hash, "hash");
    }
}

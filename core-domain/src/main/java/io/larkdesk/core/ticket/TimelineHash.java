package io.larkdesk.core.ticket;

import io.larkdesk.core.shared.Sha256;
import java.util.Locale;

/**
 * The SHA-256 of a Timeline's entry together with all entries before it.
 *
 * @param hex 64 hexadecimal digits, in lower case
 */
public record TimelineHash(String hex) {

    /** Before the first entry. */
    public static final TimelineHash START = new TimelineHash("0".repeat(64));

    /** Refuses what is not a SHA-256. */
    public TimelineHash {
        Sha256.requireHex(hex);
        if (!hex.equals(hex.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("hex is not in lower case");
        }
    }

    static TimelineHash of(byte[] bytes) {
        return new TimelineHash(Sha256.hex(bytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}

package io.larkdesk.core.shared;

import java.util.Locale;

/**
 * The SHA-256 of an entry of a chain together with all entries before it.
 *
 * @param hex 64 hexadecimal digits, in lower case
 */
public record ChainHash(String hex) {

    /** Before the first entry. */
    public static final ChainHash START = new ChainHash("0".repeat(64));

    /** Refuses what is not a SHA-256. */
    public ChainHash {
        Sha256.requireHex(hex);
        if (!hex.equals(hex.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("hex is not in lower case");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}

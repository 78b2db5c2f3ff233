package io.larkdesk.core.ticket;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        if (HexFormat.of().parseHex(hex).length != 32 || !hex.equals(hex.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("hex is not a SHA-256");
        }
    }

    static TimelineHash of(byte[] bytes) {
        try {
            return new TimelineHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}

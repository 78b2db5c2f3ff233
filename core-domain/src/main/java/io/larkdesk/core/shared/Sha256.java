package io.larkdesk.core.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform has. */
public final class Sha256 {

    private static final int BYTES = 32;

    private Sha256() {}

    /** One that has seen nothing yet. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The hash of {@code bytes}, as 64 hexadecimal digits in lower case. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /**
     * Refuses what is not 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if {@code hex} is something else
     */
    public static void requireHex(String hex) {
        if (HexFormat.of().parseHex(hex).length != BYTES) {
            throw new IllegalArgumentException("hex is not a SHA-256");
        }
    }
}

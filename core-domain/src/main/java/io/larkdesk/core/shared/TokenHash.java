package io.larkdesk.core.shared;

import java.nio.charset.StandardCharsets;

/**
 * The SHA-256 of a {@link BearerToken}, or of another text that opens something: enough to find what it opens, useless to a thief of the database.
 *
 * @param hex 64 hexadecimal digits
 */
public record TokenHash(String hex) {

    /** Refuses what is not a SHA-256. */
    public TokenHash {
        Sha256.requireHex(hex);
    }

    /** Of {@code token}, which is of ASCII. */
    public static TokenHash of(String token) {
        return new TokenHash(Sha256.hex(token.getBytes(StandardCharsets.US_ASCII)));
    }
}

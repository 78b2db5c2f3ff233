package io.larkdesk.core.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a {@link SessionToken}: enough to find the session, useless to a thief of the database.
 *
 * @param hex 64 hexadecimal digits
 */
public record SessionKey(String hex) {

    /** Refuses what is not a SHA-256. */
    public SessionKey {
        if (HexFormat.of().parseHex(hex).length != 32) {
            throw new IllegalArgumentException("hex is not a SHA-256");
        }
    }

    static SessionKey of(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return new SessionKey(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

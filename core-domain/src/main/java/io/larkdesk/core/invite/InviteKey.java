package io.larkdesk.core.invite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of an {@link InviteCode}: enough to find the invite, useless to a thief of the database.
 *
 * @param hex 64 hexadecimal digits
 */
public record InviteKey(String hex) {

    /** Refuses what is not a SHA-256. */
    public InviteKey {
        if (HexFormat.of().parseHex(hex).length != 32) {
            throw new IllegalArgumentException("hex is not a SHA-256");
        }
    }

    static InviteKey of(String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
            return new InviteKey(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

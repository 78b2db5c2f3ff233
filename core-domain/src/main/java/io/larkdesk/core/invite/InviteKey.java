package io.larkdesk.core.invite;

import io.larkdesk.core.shared.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * The SHA-256 of an {@link InviteCode}: enough to find the invite, useless to a thief of the database.
 *
 * @param hex 64 hexadecimal digits
 */
public record InviteKey(String hex) {

    /** Refuses what is not a SHA-256. */
    public InviteKey {
        Sha256.requireHex(hex);
    }

    static InviteKey of(String code) {
        return new InviteKey(Sha256.hex(code.getBytes(StandardCharsets.US_ASCII)));
    }
}

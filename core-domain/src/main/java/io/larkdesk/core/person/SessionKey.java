package io.larkdesk.core.person;

import io.larkdesk.core.shared.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * The SHA-256 of a {@link SessionToken}: enough to find the session, useless to a thief of the database.
 *
 * @param hex 64 hexadecimal digits
 */
public record SessionKey(String hex) {

    /** Refuses what is not a SHA-256. */
    public SessionKey {
        Sha256.requireHex(hex);
    }

    static SessionKey of(String token) {
        return new SessionKey(Sha256.hex(token.getBytes(StandardCharsets.US_ASCII)));
    }
}

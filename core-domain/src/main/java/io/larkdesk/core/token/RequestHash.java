package io.larkdesk.core.token;

import io.larkdesk.core.shared.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * The SHA-256 of what a request asks for, by which two requests are told apart.
 *
 * @param hex 64 hexadecimal digits
 */
public record RequestHash(String hex) {

    /** Refuses what is not a SHA-256. */
    public RequestHash {
        Sha256.requireHex(hex);
    }

    /** The hash of {@code asked}. */
    public static RequestHash of(String asked) {
        return new RequestHash(Sha256.hex(asked.getBytes(StandardCharsets.UTF_8)));
    }
}

package io.larkdesk.lark;

import java.net.URI;
import java.util.Objects;

/**
 * What a browser brought back from the authorize page. Its text form tells nothing.
 *
 * @param code single use, five minutes
 * @param redirectUri the address it came back to, exactly as given to the authorize page
 * @param codeVerifier 43 to 128 characters, of RFC 7636
 */
public record CodeExchange(String code, URI redirectUri, String codeVerifier) {

    /** Refuses null. */
    public CodeExchange {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(redirectUri, "redirectUri");
        Objects.requireNonNull(codeVerifier, "codeVerifier");
    }

    @Override
    public String toString() {
        return "CodeExchange(hidden)";
    }
}

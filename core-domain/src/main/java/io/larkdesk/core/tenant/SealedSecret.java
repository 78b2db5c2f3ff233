package io.larkdesk.core.tenant;

import java.util.Base64;

/**
 * An App Secret encrypted for storage, bound to its tenant; only {@link Secrets} can open it.
 *
 * @param text the ciphertext in Base64, which names the key that sealed it
 */
public record SealedSecret(String text) {

    /** Refuses what is not Base64. */
    public SealedSecret {
        if (text.isEmpty() || Base64.getDecoder().decode(text).length == 0) {
            throw new IllegalArgumentException("text is empty");
        }
    }

    @Override
    public String toString() {
        return "SealedSecret(hidden)";
    }
}

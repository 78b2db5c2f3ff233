package io.larkdesk.core.tenant;

import java.util.Base64;

/**
 * An App Secret encrypted for storage, bound to its tenant; only {@link Secrets} can open it.
 *
 * @param text the ciphertext in Base64, which names the key that sealed it
 */
public record SealedSecret(String text) {

    /**
     * So many characters at its beginning name the key, and perhaps a little more: what begins alike was sealed by one key, but what one key
     * sealed begins in a few ways. They are the first 40 bits, of a version and a number of four bytes.
     */
    public static final int NAMES_KEY = 7;

    /** Refuses what is not Base64. */
    public SealedSecret {
        if (text.isEmpty() || Base64.getDecoder().decode(text).length == 0) {
            throw new IllegalArgumentException("text is empty");
        }
    }

    /** The characters that name the key. */
    public String beginning() {
        return text.substring(0, Math.min(NAMES_KEY, text.length()));
    }

    @Override
    public String toString() {
        return "SealedSecret(hidden)";
    }
}

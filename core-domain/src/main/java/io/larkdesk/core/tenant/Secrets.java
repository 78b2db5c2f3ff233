package io.larkdesk.core.tenant;

/**
 * Seals App Secrets for storage and opens them for use. What was sealed for one tenant does not open for another. Thread-safe.
 */
public interface Secrets {

    /** Encrypts {@code secret} with the newest key, bound to {@code tenant}. */
    SealedSecret seal(TenantId tenant, AppSecret secret);

    /**
     * Decrypts what {@link #seal} made, with whichever key sealed it.
     *
     * @throws IllegalArgumentException if it was sealed for another tenant, with a key that is gone, or was changed
     */
    AppSecret open(TenantId tenant, SealedSecret secret);

    /** How the key that sealed {@code secret} stands to the one that seals now; opens nothing. */
    KeyAge age(SealedSecret secret);

    /** How old a key is. */
    enum KeyAge {
        /** It seals now, or will. */
        CURRENT,
        /** It only opens what it sealed before; that is to be sealed anew, so that the key can be taken away. */
        RETIRING,
        /** Nobody here has it. */
        UNKNOWN
    }
}

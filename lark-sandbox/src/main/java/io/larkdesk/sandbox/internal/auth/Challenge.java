package io.larkdesk.sandbox.internal.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The proof key (RFC 7636) that a sign-in began with; an empty value where it had none. */
record Challenge(String value, Method method) {

    enum Method {
        PLAIN,
        S256
    }

    private static final String VERIFIER = "[A-Za-z0-9\\-._~]{43,128}";

    boolean isPresent() {
        return !value.isEmpty();
    }

    boolean isMetBy(String verifier) {
        return verifier.matches(VERIFIER) && value.equals(method == Method.PLAIN ? verifier : hashed(verifier));
    }

    private static String hashed(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

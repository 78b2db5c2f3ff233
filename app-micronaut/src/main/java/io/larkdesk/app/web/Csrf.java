package io.larkdesk.app.web;

import io.larkdesk.core.person.SessionToken;
import io.larkdesk.core.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Proves that a form was drawn for the session in which it is sent. The proof follows from the session's token, so nothing is stored;
 * it tells nothing of the token, and nothing of the key under which the session is stored.
 */
final class Csrf {

    /** The field of a form that carries the proof. */
    static final String FIELD = "_csrf";

    /** The header of a script's request that carries it. */
    static final String HEADER = "X-CSRF-Token";

    private static final String LABEL = "larkdesk form ";

    private Csrf() {}

    /** What the forms of the session with {@code token} carry. */
    static String proof(SessionToken token) {
        byte[] digest = Sha256.digest().digest(bytes(LABEL + token.reveal()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** Whether {@code claimed} is the proof of the session with {@code token}; takes as long whatever is wrong with it. */
    static boolean isProof(String claimed, SessionToken token) {
        return isSame(proof(token), claimed);
    }

    /** Whether {@code claimed} is {@code proof}; takes as long whatever is wrong with it. */
    static boolean isSame(String proof, String claimed) {
        return MessageDigest.isEqual(bytes(proof), bytes(claimed));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

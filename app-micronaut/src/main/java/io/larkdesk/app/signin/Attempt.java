package io.larkdesk.app.signin;

import io.larkdesk.app.web.LocalPath;
import io.larkdesk.core.person.SignInPerson;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Sha256;
import io.larkdesk.core.shared.TokenHash;
import io.larkdesk.core.tenant.AppId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sign-in that has begun in one browser and waits for Lark to send that browser back.
 *
 * @param state 192 random bits; Lark brings them back, so that nobody else's sign-in is taken for this one
 * @param verifier the secret of RFC 7636, 256 random bits; Lark sees its hash before and itself after
 * @param next where the person wants to go, and through which app
 * @param expiresAt the end; half-open
 */
record Attempt(String state, String verifier, LocalPath next, Instant expiresAt) {

    private static final int STATE_BYTES = 24;
    private static final int VERIFIER_BYTES = 32;
    private static final int NAME_LENGTH = 12;
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{32}");

    Attempt {
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(expiresAt, "expiresAt");
        if (!isState(state)) {
            throw new IllegalArgumentException("state is not one of ours");
        }
    }

    static Attempt begin(LocalPath next, Randomness randomness, Instant now) {
        return new Attempt(
                text(randomness.bytes(STATE_BYTES)),
                text(randomness.bytes(VERIFIER_BYTES)),
                next,
                now.plus(SignInPerson.ATTEMPT_LASTS));
    }

    /** Whether {@code text} can be a state at all. */
    static boolean isState(String text) {
        return STATE.matcher(text).matches();
    }

    /** The part of a state that tells attempts of one browser from each other. */
    static String name(String state) {
        return state.substring(0, NAME_LENGTH);
    }

    /** Through which app. */
    AppId app() {
        return next.app();
    }

    /** By which it is known when it has ended. */
    TokenHash key() {
        return TokenHash.of(state);
    }

    /** What Lark is told of the verifier. */
    String challenge() {
        return text(Sha256.digest().digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether what came back to {@code app} with {@code claimed} belongs to this attempt; takes as long whatever is wrong with it. */
    boolean isAnsweredBy(AppId app, String claimed, Instant now) {
        boolean same =
                MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
        return same && app().equals(app) && now.isBefore(expiresAt);
    }

    /** The attempt in one text, to be sealed. */
    String write() {
        return String.join("\n", state, verifier, app().value(), next.value(), Long.toString(expiresAt.toEpochMilli()));
    }

    /** The attempt that {@link #write} wrote as {@code text}, or nothing. */
    static Optional<Attempt> read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 5 || !isState(lines[0])) {
            return Optional.empty();
        }
        return AppId.parse(lines[2])
                .flatMap(app -> LocalPath.parse(app, lines[3]))
                .map(next -> new Attempt(lines[0], lines[1], next, Instant.ofEpochMilli(Long.parseLong(lines[4]))));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

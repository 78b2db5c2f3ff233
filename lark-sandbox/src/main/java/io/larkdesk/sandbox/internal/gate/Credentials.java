package io.larkdesk.sandbox.internal.gate;

import io.larkdesk.sandbox.internal.gate.Tokens.Token;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.util.Locale;
import java.util.Optional;

/** Reads and judges the token that comes with a call. */
final class Credentials {

    private static final String BEARER = "bearer ";

    private final Tokens tokens;
    private final PlatformClock clock;

    Credentials(Tokens tokens, PlatformClock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    Optional<Token> peek(Request request) {
        return value(request).flatMap(tokens::find);
    }

    /** The valid token of the kind that the API wants, or the refusal that fits. */
    Token demand(Request request, Access wanted) {
        String value = value(request)
                .orElseThrow(() -> Refusal.badRequest(99991661, "Missing access token for authorization"));
        if (!looksLikeToken(value)) {
            throw Refusal.badRequest(99991671, "Invalid access token for authorization: it must start with t- or u-");
        }
        Token token = tokens.find(value).orElseThrow(() -> unknown(value, wanted));
        if (token.access() != wanted) {
            throw Refusal.badRequest(
                    token.access() == Access.USER ? 99991668 : 99991663,
                    "The " + token.access().name().toLowerCase(Locale.ROOT) + " access token is not supported here");
        }
        if (!token.isValidAt(clock.now())) {
            throw expired(wanted);
        }
        return token;
    }

    private static Refusal unknown(String value, Access wanted) {
        if (wanted == Access.USER) {
            // user_info answers this itself, in the older way: HTTP 200
            return value.startsWith("t-") || value.startsWith("a-")
                    ? Refusal.badRequest(99991668, "Invalid access token for authorization")
                    : new Refusal(200, 20005, "The user access token passed is invalid. Please check the value");
        }
        return invalid(wanted);
    }

    private static Refusal expired(Access wanted) {
        return wanted == Access.USER ? Refusal.badRequest(99991677, "Authentication token expired") : invalid(wanted);
    }

    private static Refusal invalid(Access wanted) {
        return Refusal.badRequest(wanted == Access.APP ? 99991664 : 99991663, "Invalid access token for authorization");
    }

    private static boolean looksLikeToken(String value) {
        return value.startsWith("t-") || value.startsWith("u-") || value.startsWith("a-") || value.startsWith("eyJ");
    }

    private static Optional<String> value(Request request) {
        return request.header("Authorization")
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(value -> !value.isEmpty());
    }
}

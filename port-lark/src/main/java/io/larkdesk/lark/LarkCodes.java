package io.larkdesk.lark;

import static io.larkdesk.lark.LarkError.Kind.APP_DISABLED;
import static io.larkdesk.lark.LarkError.Kind.BEING_SENT;
import static io.larkdesk.lark.LarkError.Kind.BOT_OFF;
import static io.larkdesk.lark.LarkError.Kind.CODE_STALE;
import static io.larkdesk.lark.LarkError.Kind.CONTENT_REFUSED;
import static io.larkdesk.lark.LarkError.Kind.CREDENTIALS_INVALID;
import static io.larkdesk.lark.LarkError.Kind.INVALID_REQUEST;
import static io.larkdesk.lark.LarkError.Kind.PERSON_INACTIVE;
import static io.larkdesk.lark.LarkError.Kind.PERSON_NOT_AVAILABLE;
import static io.larkdesk.lark.LarkError.Kind.QUOTA_USED_UP;
import static io.larkdesk.lark.LarkError.Kind.RATE_LIMITED;
import static io.larkdesk.lark.LarkError.Kind.RECIPIENT_OPTED_OUT;
import static io.larkdesk.lark.LarkError.Kind.RECIPIENT_UNREACHABLE;
import static io.larkdesk.lark.LarkError.Kind.SCOPE_MISSING;
import static io.larkdesk.lark.LarkError.Kind.SERVER_ERROR;

import io.larkdesk.lark.LarkError.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Lark's codes and what to do about each, for whoever provides a {@link LarkPlatform}.
 *
 * @see <a href="https://open.larksuite.com/document/server-docs/getting-started/server-error-codes">Generic codes</a>
 */
public final class LarkCodes {

    /** The app calls an API too often. */
    public static final int FREQUENCY = 99991400;

    /** The calls of this month are used up. */
    public static final int QUOTA = 99991403;

    /** Lark does not take the app's token: expired, of another kind, or malformed. */
    private static final Set<Integer> TOKEN_REFUSED = Set.of(99991663, 99991664, 99991665, 99991671);

    private static final Map<Integer, Kind> KINDS = new HashMap<>();

    static {
        // app tokens: malformed, unknown or of the other platform, not entitled, no token to be had, wrong secret
        are(CREDENTIALS_INVALID, 10003, 10014, 10005, 10012, 10013, 10015, 99991543);
        // sign-in: wrong secret, unknown app
        are(CREDENTIALS_INVALID, 20002, 20048);

        // disabled, not usable here, our address not let in
        are(APP_DISABLED, 99991662, 99991673, 99991401);
        // sign-in: not installed, not enabled; organisation: gone, its key deleted
        are(APP_DISABLED, 20009, 20069, 1184000, 230036);
        // app: not installed, which is also what one is of which no version was published
        are(APP_DISABLED, 212100);

        // scope of the app, right of the token, scope of the person; organisation and message: not permitted
        are(SCOPE_MISSING, 99991672, 99991676, 99991679, 1184001, 230027);
        // app: the scope's level is too low
        are(SCOPE_MISSING, 210508);

        // feature switched off, app without a bot
        are(BOT_OFF, 230006, 11205);

        // of an API, of a person or chat, of the message service
        are(RATE_LIMITED, FREQUENCY, 230020, 11232, 11233, 11247);

        are(QUOTA_USED_UP, QUOTA);

        // not in the chat, outside the availability range, resigned, id invalid, denied by a policy, of another
        // organisation,
        // chat secret, chat dissolved
        are(RECIPIENT_UNREACHABLE, 230002, 230013, 230029, 230034, 230035, 230038, 230075, 232009);
        // an id that does not exist, or is another app's
        are(RECIPIENT_UNREACHABLE, 99992351, 99992352, 99992354, 99992359, 99992360, 99992363, 99992364, 99992361);

        are(RECIPIENT_OPTED_OUT, 230053);

        // sensitive words, data leak prevention, too long, card not accepted
        are(CONTENT_REFUSED, 230022, 230028, 230025, 230099);

        are(BEING_SENT, 230049);

        // unknown, expired, used, of another app, proof key wrong
        are(CODE_STALE, 20003, 20004, 20065, 20024, 20049);

        are(PERSON_NOT_AVAILABLE, 20010);

        // does not exist, bad status, resigned, frozen, not registered
        are(PERSON_INACTIVE, 20008, 20066, 20021, 20022, 20023);
        // the person's token: invalid, invalid at the gateway, expired
        are(PERSON_INACTIVE, 20005, 99991668, 99991677);

        // parameters, JSON, path, method, token left out
        are(INVALID_REQUEST, 99992402, 9499, 99991201, 99991301, 99991661);
        // the app's token, though it is a fresh one
        are(INVALID_REQUEST, TOKEN_REFUSED.stream().mapToInt(Integer::intValue).toArray());
        // sign-in: parameters, grant type, scopes asked for, two proofs of the app, another redirect address
        are(INVALID_REQUEST, 20001, 20063, 20036, 20067, 20068, 20070, 20071);
        // message: parameters, what cannot be shared or is not ours, group rules, topics, type not allowed, type of
        // upload
        are(INVALID_REQUEST, 230001, 230015, 230017, 230018, 230019, 230054, 230055);

        // internal errors, also of the sign-in
        are(SERVER_ERROR, 1500, 1663, 2200, 5000, 20050, 20072);
        are(SERVER_ERROR, IntStream.range(9500, 9600).toArray());
    }

    private LarkCodes() {}

    /** What to do about {@code code}; empty for one that says nothing to us. */
    public static Optional<Kind> kind(int code) {
        return Optional.ofNullable(KINDS.get(code));
    }

    /** Whether Lark does not take the app's token any more, so that the call is worth making once more with another. */
    public static boolean isTokenRefused(int code) {
        return TOKEN_REFUSED.contains(code);
    }

    private static void are(Kind kind, int... codes) {
        for (int code : codes) {
            if (KINDS.put(code, kind) != null) {
                throw new IllegalStateException("listed twice: " + code);
            }
        }
    }
}

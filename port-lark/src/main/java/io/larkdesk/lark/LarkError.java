package io.larkdesk.lark;

import java.time.Duration;
import java.util.Objects;

/**
 * Why Lark did not do what it was asked for.
 *
 * @param kind what to do about it
 * @param code Lark's code; 0 if the failure has none, because Lark did not answer with one or was not asked
 * @param message Lark's words, for whoever looks after the app; they may change any day
 * @param requestId Lark's X-Tt-Logid, for its support; empty if there is none
 * @param pause how long not to ask again; zero if Lark asked for none
 */
public record LarkError(Kind kind, int code, String message, String requestId, Duration pause) {

    /** Refuses null and a negative pause. */
    public LarkError {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(requestId, "requestId");
        if (pause.isNegative()) {
            throw new IllegalArgumentException("pause is negative: " + pause);
        }
    }

    /** What is known without Lark's words, which may quote what users wrote; fit for the operator's log. */
    public String detail() {
        return kind + ", code " + code + (requestId.isEmpty() ? "" : ", request " + requestId);
    }

    /** What to do about a failure. */
    public enum Kind {
        /** App ID or App Secret is wrong, or the app lives on the other platform. */
        CREDENTIALS_INVALID,
        /** The app is switched off or not installed in the organisation, or lets no calls from our address in. */
        APP_DISABLED,
        /** The app lacks a scope, or the version with it is not published. */
        SCOPE_MISSING,
        /** The app's bot is not switched on, or the version with it is not published. */
        BOT_OFF,
        /** Too many calls, or too many messages for one person: try again after the pause. */
        RATE_LIMITED,
        /** The organisation's calls of this month are used up; nothing counted works until the 1st. */
        QUOTA_USED_UP,
        /** The tenant's own budget does not allow the call, so it was not made. */
        METER_REFUSED,
        /** The recipient cannot be reached by this bot: outside the availability range, resigned, unknown, or cut off by a policy. */
        RECIPIENT_UNREACHABLE,
        /** The recipient told the bot to stop. */
        RECIPIENT_OPTED_OUT,
        /** Lark, or a rule of the organisation, does not let this content through. */
        CONTENT_REFUSED,
        /** A message with the same uuid is being sent at this moment. */
        BEING_SENT,
        /** The code of the sign-in is unknown, used, too old, or not of this browser. */
        CODE_STALE,
        /** The person is outside the app's availability range. */
        PERSON_NOT_AVAILABLE,
        /** The person's account is gone or frozen, or the token of the sign-in has expired. */
        PERSON_INACTIVE,
        /** We asked wrongly. */
        INVALID_REQUEST,
        /** Lark failed inside. */
        SERVER_ERROR,
        /** Nothing was sent: no connection, no time left, or no app token to be had. */
        NOT_SENT,
        /** A code that says nothing to us. */
        UNRECOGNISED
    }
}

package io.larkdesk.core.person;

import io.larkdesk.core.tenant.LarkApp;
import java.net.URI;

/** Lark's word on who stands at the door. Never called inside a transaction. Thread-safe. */
public interface SignIn {

    /**
     * Where the browser is sent to be identified.
     *
     * @param app the tenant's app
     * @param callback where Lark sends the browser back to; registered with the app, exactly
     * @param state comes back unchanged
     * @param codeChallenge the S256 challenge of RFC 7636
     */
    URI authorizePage(LarkApp app, URI callback, String state, String codeChallenge);

    /**
     * Trades the code that Lark gave the browser for the person; calls that Lark does not count.
     *
     * @param app the tenant's app
     * @param callback the one given to {@link #authorizePage}
     * @param code single use, five minutes
     * @param codeVerifier of the challenge given to {@link #authorizePage}
     */
    Answer identify(LarkApp app, URI callback, String code, String codeVerifier);

    /** What came of it. */
    sealed interface Answer {}

    /**
     * Lark vouches for the person.
     *
     * @param profile who it is
     */
    record Identified(Profile profile) implements Answer {}

    /**
     * Lark refuses.
     *
     * @param why the kind of refusal
     * @param reason for the operator's log; no secret in it
     */
    record Refused(Why why, String reason) implements Answer {}

    /** Kinds of refusal that a person can do something about, each in its own way. */
    enum Why {
        /** The code is unknown, used or older than five minutes, or does not belong to this browser: begin again. */
        STALE,
        /** The person is outside the app's availability range. */
        NOT_AVAILABLE_TO_PERSON,
        /** The app's credentials or settings are wrong: its administrator must mend them. */
        APP_MISCONFIGURED,
        /** Lark does not answer, or not sensibly: try again later. */
        UNREACHABLE
    }
}

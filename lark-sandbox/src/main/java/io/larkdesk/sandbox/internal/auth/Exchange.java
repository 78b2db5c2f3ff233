package io.larkdesk.sandbox.internal.auth;

import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.Optional;

/** Judges a code that an app brings back; what it throws has Lark's number for what is wrong. */
final class Exchange {

    /** Why an exchange fails: Lark's number, and OAuth's word for it. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int code;
        private final String error;
        private final String description;

        Failure(int code, String error, String description) {
            super(description, null, false, false);
            this.code = code;
            this.error = error;
            this.description = description;
        }

        int code() {
            return code;
        }

        String error() {
            return error;
        }

        String description() {
            return description;
        }
    }

    private static final String INVALID_GRANT = "invalid_grant";

    private final Platform platform;
    private final Grants grants;

    Exchange(Platform platform, Grants grants) {
        this.platform = platform;
        this.grants = grants;
    }

    /**
     * Spends the code for this app and says whose it is.
     *
     * @param redirectUri to be compared with the one of the authorize page; empty in the older exchanges, which do not
     *     send it
     * @param verifier likewise for the proof key
     */
    Person redeem(App app, String code, Optional<String> redirectUri, Optional<String> verifier) {
        Grant grant = grants.find(code).orElseThrow(() -> invalid(20003, "The authorization code is not found"));
        if (!grant.appId().equals(app.id())) {
            throw invalid(20024, "The authorization code was issued to another client_id");
        }
        if (grants.isSpent(grant)) {
            throw invalid(20065, "The authorization code has been used");
        }
        if (grants.isExpired(grant)) {
            throw invalid(20004, "The authorization code has expired");
        }
        if (redirectUri.isPresent() && !redirectUri.get().equals(grant.redirectUri())) {
            throw invalid(20071, "redirect_uri differs from the one of the authorization request");
        }
        if (verifier.isPresent()
                && grant.challenge().isPresent()
                && !grant.challenge().isMetBy(verifier.get())) {
            throw invalid(20049, "PKCE code challenge failed");
        }
        Person person = present(app, grant);
        if (!grants.spend(grant)) {
            throw invalid(20065, "The authorization code has been used");
        }
        return person;
    }

    private Person present(App app, Grant grant) {
        Person person = platform.person(grant.openId())
                .orElseThrow(() -> new Failure(20008, INVALID_GRANT, "The user does not exist"));
        if (person.resigned() || person.frozen()) {
            throw invalid(20066, "The user's status does not allow to sign in");
        }
        if (!app.isAvailableTo(person.openId())) {
            throw new Failure(20010, "access_denied", "The user is outside the availability range of the app");
        }
        return person;
    }

    private static Failure invalid(int code, String description) {
        return new Failure(code, INVALID_GRANT, description);
    }
}

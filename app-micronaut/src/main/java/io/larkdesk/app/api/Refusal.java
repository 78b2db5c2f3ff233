package io.larkdesk.app.api;

import io.larkdesk.app.api.ApiProblem.FieldError;
import java.util.List;

/** Ends a request of the API with a problem; whatever it did in a transaction is undone. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String TYPES = "tag:larkdesk.io,2026:problem/";

    private final transient ApiProblem problem;

    private Refusal(int status, String type, String title, String detail, List<FieldError> errors) {
        super(title, null, false, false);
        this.problem = new ApiProblem(TYPES + type, title, status, detail, errors, null);
    }

    private Refusal(int status, String type, String title, String detail) {
        this(status, type, title, detail, List.of());
    }

    ApiProblem problem() {
        return problem;
    }

    static Refusal notThere() {
        return new Refusal(
                404,
                "not-found",
                "Not found",
                "There is no such thing, or it is none that the token's person can see.");
    }

    static Refusal notAllowed(String detail) {
        return new Refusal(403, "not-allowed", "Not allowed", detail);
    }

    static Refusal field(String field, String detail) {
        return fields(List.of(new FieldError(field, detail)));
    }

    static Refusal fields(List<FieldError> errors) {
        return new Refusal(
                422, "invalid", "Some fields are not as they can be", "Correct the fields that are named.", errors);
    }

    static Refusal conflict(String type, String detail) {
        return new Refusal(409, type, "Not possible as it is", detail);
    }

    static Refusal noToken() {
        return new Refusal(401, "no-token", "A token is needed", "Send Authorization: Bearer with a token.");
    }

    static Refusal invalidToken() {
        return new Refusal(
                401,
                "invalid-token",
                "The token opens nothing",
                "It is unknown, expired or withdrawn, or its person may have none any more.");
    }

    static Refusal outOfScope(String scope) {
        return new Refusal(403, "insufficient-scope", "The token is not for this", "It needs the scope " + scope + ".");
    }

    static Refusal tooMany(long seconds) {
        return new Refusal(429, "too-many", "Too many requests", "Wait for " + seconds + " seconds.");
    }

    static Refusal noKey() {
        return new Refusal(
                400,
                "idempotency-key",
                "The Idempotency-Key is none",
                "It is 1 to 255 printable characters of ASCII, or left out.");
    }

    static Refusal keyUsed() {
        return new Refusal(
                422,
                "idempotency-key-used",
                "The Idempotency-Key was used for another request",
                "Choose a key of its own for each request.");
    }

    static Refusal keyUnderWay() {
        return new Refusal(
                409,
                "idempotency-key-under-way",
                "The same request is under way",
                "Try again in a moment with the same key.");
    }
}

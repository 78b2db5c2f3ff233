package io.larkdesk.testkit.law;

/** A law does not hold. */
final class LawBroken extends AssertionError {

    private static final long serialVersionUID = 1L;

    LawBroken(String message) {
        super(message);
    }

    LawBroken(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.larkdesk.testkit.law;

import org.jspecify.annotations.Nullable;

/** A law does not hold. */
final class LawBroken extends AssertionError {

    private static final long serialVersionUID = 1L;

    LawBroken(String message) {
        super(message);
    }

    LawBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What went wrong while {@code law} was tried, beginning with the law. */
    static LawBroken of(Class<?> law, Throwable failure) {
        String message = law.getAnnotation(Says.class).value() + "\n\nIt is broken: " + failure.getMessage();
        LawBroken told = new LawBroken(message, failure instanceof LawBroken ? failure.getCause() : failure);
        told.setStackTrace(failure.getStackTrace());
        return told;
    }
}

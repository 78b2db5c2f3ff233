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

    /** Throws one that says what was {@code told}, unless the law was {@code kept}. */
    static void unless(boolean kept, String told) {
        if (!kept) {
            throw new LawBroken(told);
        }
    }

    /** What went wrong while {@code law} was tried, beginning with the law. */
    static LawBroken of(Class<?> law, Throwable failure) {
        String message = law.getAnnotation(Says.class).value() + "\n\nIt is broken: " + failure.getMessage();
        LawBroken told = new LawBroken(message, failure instanceof LawBroken ? failure.getCause() : failure);
        told.setStackTrace(failure.getStackTrace());
        return told;
    }
}

package io.larkdesk.core.attachment;

/** The bytes of a file stopped coming before its end. */
public final class BrokenOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message without any content of users
     * @param cause what the connection said
     */
    public BrokenOffException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.larkdesk.core.shared;

/** Somebody else changed the same thing at the same time; the transaction as a whole can be run again. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the conflict.
     *
     * @param message what collided, without any content of users
     */
    public ConflictException(String message) {
        super(message);
    }

    /**
     * Names the conflict and keeps its cause.
     *
     * @param message what collided, without any content of users
     * @param cause what the store said
     */
    public ConflictException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.larkdesk.core.attachment;

/** The object store cannot be asked, or gave no answer. */
public final class ObjectStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message without any content of users, and without secrets
     */
    public ObjectStoreException(String message) {
        super(message);
    }

    /**
     * Says why.
     *
     * @param message without any content of users, and without secrets
     * @param cause what the connection said
     */
    public ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}

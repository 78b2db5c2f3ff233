package io.larkdesk.persistence.jdbi;

/**
 * The database could not do what a store asked of it. Thrown by all stores for everything that is neither an answer of theirs nor a
 * {@link io.larkdesk.core.shared.ConflictException}. Messages name the SQLSTATE, never values of users.
 */
public final class PersistenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean temporary;

    PersistenceException(String message, boolean temporary) {
        super(message);
        this.temporary = temporary;
    }

    PersistenceException(String message, boolean temporary, Throwable cause) {
        super(message, cause);
        this.temporary = temporary;
    }

    /**
     * Whether the same may work later: the database is out of reach, restarting, overloaded, or took too long. What a transaction
     * did whose commit failed so is unknown; anything else was rolled back.
     */
    public boolean isTemporary() {
        return temporary;
    }
}

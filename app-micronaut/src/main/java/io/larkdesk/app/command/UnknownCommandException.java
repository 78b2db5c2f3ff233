package io.larkdesk.app.command;

/** There is no such command. Its message is one line for the operator, which names those that there are. */
public final class UnknownCommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownCommandException(String message) {
        super(message);
    }
}

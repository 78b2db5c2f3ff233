package io.larkdesk.app.bootstrap;

/** Something in the file is wrong; the message says where and what. */
final class BootstrapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BootstrapException(String message) {
        super(message);
    }
}

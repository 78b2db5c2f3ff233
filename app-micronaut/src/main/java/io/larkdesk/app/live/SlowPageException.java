package io.larkdesk.app.live;

/** A page took nothing of what waits for it, for too long; it connects again when it lives. */
final class SlowPageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlowPageException() {
        super("a page does not take what waits for it", null, false, false);
    }
}

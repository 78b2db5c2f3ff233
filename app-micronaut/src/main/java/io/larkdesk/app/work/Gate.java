package io.larkdesk.app.work;

/** Says whether anything may be done by itself that somebody outside is told of. */
public interface Gate {

    /** Whether it may, as far as can be known at this moment. */
    boolean isOpen();
}

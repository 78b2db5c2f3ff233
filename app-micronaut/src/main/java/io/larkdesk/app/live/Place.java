package io.larkdesk.app.live;

/** Where pages are told of one group. Thread-safe. */
interface Place {

    /** {@code page} is told from now on. */
    void enter(OpenPage page);

    /** {@code page} is told no more. */
    void leave(OpenPage page);

    /** Whether there is no page. */
    boolean isEmpty();

    /** Something in the group is new, says a hint; returns at once. */
    void changed();
}

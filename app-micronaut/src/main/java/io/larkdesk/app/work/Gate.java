package io.larkdesk.app.work;

import java.time.Duration;

/** Says whether anything may be done by itself that somebody outside is told of. */
public interface Gate {

    /**
     * Whether it may, as far as can be known at this moment.
     *
     * @param rest how long the gate must have been open; zero for not at all
     */
    boolean isOpen(Duration rest);
}

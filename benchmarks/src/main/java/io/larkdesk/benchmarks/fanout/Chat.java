package io.larkdesk.benchmarks.fanout;

import io.larkdesk.benchmarks.wire.Link;
import java.util.List;

/** A group whose members are connected, wherever it is. {@link #say} is called by the thread of the loop that has the connections. */
interface Chat extends AutoCloseable {

    /** A connection for each member, by which it hears what is said; nobody reads them yet. */
    List<Link> members();

    /** Some member says {@code text}. */
    void say(String text);

    /** How many messages are stored. */
    long stored();

    /** How often somebody who said something was refused. */
    long refusals();

    @Override
    void close();
}

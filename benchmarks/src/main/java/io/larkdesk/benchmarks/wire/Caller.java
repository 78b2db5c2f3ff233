package io.larkdesk.benchmarks.wire;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request of HTTP after the other. Servers close connections that were idle for long, or after an answer; then the next request
 * opens another. Belongs to the loop's thread.
 */
public final class Caller {

    private final Loop loop;
    private final int port;
    private final IntConsumer answered;
    private @Nullable Link link;
    private boolean waits;

    /** Tells {@code answered} the status of each answer; -1 if the connection ended before one came. */
    public Caller(Loop loop, int port, IntConsumer answered) {
        this.loop = loop;
        this.port = port;
        this.answered = answered;
    }

    /** Sends it; the last one must have been answered. */
    public void send(byte[] request) {
        waits = true;
        Link open = link;
        (open == null ? connect() : open).send(request);
    }

    private Link connect() {
        Link opened = Link.open(port);
        opened.to(new Answers(status -> take(opened, status), () -> link = null));
        loop.add(opened);
        link = opened;
        return opened;
    }

    private void take(Link from, int status) {
        if (status < 0) {
            if (from != link) {
                // It was left when its last answer came
                return;
            }
            link = null;
        }
        if (waits) {
            waits = false;
            answered.accept(status);
        }
    }
}

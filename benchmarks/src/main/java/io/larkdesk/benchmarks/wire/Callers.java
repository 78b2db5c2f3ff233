package io.larkdesk.benchmarks.wire;

import java.util.ArrayDeque;
import java.util.Queue;

/** Several callers, of whom each request takes one that is idle, or waits for one. Belongs to the loop's thread. */
public final class Callers {

    private final Queue<Caller> idle = new ArrayDeque<>();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private final int wanted;
    private long refused;

    /** So many of {@code port}; whoever is answered with another status than {@code wanted} was refused. */
    public Callers(Loop loop, int port, int count, int wanted) {
        this.wanted = wanted;
        for (int i = 0; i < count; i++) {
            Caller[] self = new Caller[1];
            self[0] = new Caller(loop, port, status -> answered(self[0], status));
            idle.add(self[0]);
        }
    }

    /** Sends it as soon as it can. */
    public void send(byte[] request) {
        Caller caller = idle.poll();
        if (caller == null) {
            waiting.add(request);
        } else {
            caller.send(request);
        }
    }

    private void answered(Caller caller, int status) {
        if (status != wanted) {
            refused++;
        }
        idle.add(caller);
        byte[] next = waiting.poll();
        if (next != null) {
            send(next);
        }
    }

    /** How many were refused so far. */
    public long refused() {
        return refused;
    }
}

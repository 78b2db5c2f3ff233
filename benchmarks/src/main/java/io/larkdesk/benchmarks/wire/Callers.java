package io.larkdesk.benchmarks.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Several connections of HTTP, of which each request takes one that is idle, or waits for one. Belongs to the loop's thread. */
public final class Callers {

    private final List<Link> all = new ArrayList<>();
    private final Queue<Link> idle = new ArrayDeque<>();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private final int wanted;
    private long answered;
    private long refused;

    /** So many to {@code port}; whoever is answered with another status than {@code wanted} was refused. */
    public Callers(Loop loop, int port, int count, int wanted) {
        this.wanted = wanted;
        for (int i = 0; i < count; i++) {
            int number = i;
            all.add(Link.open(port).to(new Answers(status -> answered(number, status))));
        }
        all.forEach(loop::add);
        idle.addAll(all);
    }

    /** Sends it as soon as it can. */
    public void send(byte[] request) {
        Link link = idle.poll();
        if (link == null) {
            waiting.add(request);
        } else {
            link.send(request);
        }
    }

    private void answered(int number, int status) {
        answered++;
        if (status != wanted) {
            refused++;
        }
        if (status < 0) {
            return;
        }
        idle.add(all.get(number));
        byte[] next = waiting.poll();
        if (next != null) {
            send(next);
        }
    }

    /** How many were answered so far, in one way or the other. */
    public long answered() {
        return answered;
    }

    /** How many were refused so far. */
    public long refused() {
        return refused;
    }
}

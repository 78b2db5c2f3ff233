package io.larkdesk.sandbox.internal.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for a call, each for so many; the oldest that fits is taken. Safe for threads. */
public final class Faults {

    /** A fault and for how many more calls it is meant. */
    public record Waiting(Fault fault, long times) {}

    private final List<Waiting> waiting = new ArrayList<>();

    public synchronized void add(Fault fault, long times) {
        waiting.add(new Waiting(fault, times));
    }

    /** The fault for this call, used up by one. */
    public synchronized Optional<Fault> next(String path, String appId) {
        for (int i = 0; i < waiting.size(); i++) {
            Waiting one = waiting.get(i);
            if (one.fault().concerns(path, appId)) {
                if (one.times() > 1) {
                    waiting.set(i, new Waiting(one.fault(), one.times() - 1));
                } else {
                    waiting.remove(i);
                }
                return Optional.of(one.fault());
            }
        }
        return Optional.empty();
    }

    public synchronized List<Waiting> waiting() {
        return List.copyOf(waiting);
    }

    /** Takes all faults away and says how many there were. */
    public synchronized int clear() {
        int n = waiting.size();
        waiting.clear();
        return n;
    }
}

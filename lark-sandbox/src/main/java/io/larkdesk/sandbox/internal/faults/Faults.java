package io.larkdesk.sandbox.internal.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for a call, each for so many; the oldest that fits is taken. Safe for threads. */
public final class Faults {

    /**
     * A fault and for how many more calls it is meant.
     *
     * @param every it strikes the last of so many calls that it fits; 1 for each of them
     * @param spared how many it left alone since it struck
     */
    public record Waiting(Fault fault, long times, long every, long spared) {

        private boolean strikes() {
            return spared + 1 == every;
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();

    /** Adds a fault for so many calls, which strikes each, or one of {@code every} so many. */
    public synchronized void add(Fault fault, long times, long every) {
        waiting.add(new Waiting(fault, times, every, 0));
    }

    /** The fault for this call, used up by one. */
    public synchronized Optional<Fault> next(String path, String appId) {
        for (int i = 0; i < waiting.size(); i++) {
            Waiting one = waiting.get(i);
            if (one.fault().concerns(path, appId)) {
                if (!one.strikes()) {
                    waiting.set(i, new Waiting(one.fault(), one.times(), one.every(), one.spared() + 1));
                    continue;
                }
                if (one.times() > 1) {
                    waiting.set(i, new Waiting(one.fault(), one.times() - 1, one.every(), 0));
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

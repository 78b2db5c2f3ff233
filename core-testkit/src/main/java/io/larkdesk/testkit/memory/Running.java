package io.larkdesk.testkit.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A transaction under way: what it holds, where it wrote, and what it waits for. */
final class Running {

    private final Instant now;
    private final Set<Object> held = new HashSet<>();
    private final Set<Table<?, ?>> written = new HashSet<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Optional<Object> waitingFor = Optional.empty();

    Running(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    Set<Object> held() {
        return held;
    }

    Set<Table<?, ?>> written() {
        return written;
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    Optional<Object> waitingFor() {
        return waitingFor;
    }

    void waitFor(Optional<Object> row) {
        waitingFor = row;
    }
}

package io.larkdesk.testkit.memory;

import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.shared.Transactions;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Transactions over {@link Table}s. As in a database that reads what is committed: what a transaction writes is seen by itself at
 * once and by others after the commit; a row that is written, or locked, is held until the end, and others wait for it; whoever would
 * wait for ever gets a {@link ConflictException}. This object is the monitor of all tables.
 */
final class InMemoryTransactions implements Transactions {

    private static final System.Logger LOG = System.getLogger(InMemoryTransactions.class.getName());
    private static final int TRIES = 20;
    private static final Deque<Running> NOBODY = new ArrayDeque<>(0);

    private final Clock clock;
    private final ThreadLocal<Optional<Running>> current = ThreadLocal.withInitial(Optional::empty);
    private final Map<Object, Running> holders = new HashMap<>();
    private final Map<Object, Deque<Running>> queues = new HashMap<>();
    private final List<Table<?, ?>> tables = new ArrayList<>();

    InMemoryTransactions(Clock clock) {
        this.clock = clock;
    }

    void register(Table<?, ?> table) {
        tables.add(table);
    }

    /** All tables of the desk, in the order in which they were made. */
    List<Table<?, ?>> tables() {
        return List.copyOf(tables);
    }

    @Override
    public <T> T inTransaction(Function<Instant, T> work) {
        Optional<Running> outer = current.get();
        if (outer.isPresent()) {
            return work.apply(outer.get().now());
        }
        for (int left = TRIES - 1; ; left--) {
            try {
                return runOnce(work);
            } catch (ConflictException conflict) {
                if (left == 0) {
                    throw conflict;
                }
            }
        }
    }

    private <T> T runOnce(Function<Instant, T> work) {
        Running running = new Running(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        current.set(Optional.of(running));
        boolean done = false;
        T result;
        try {
            result = work.apply(running.now());
            done = true;
        } finally {
            current.remove();
            end(running, done);
        }
        running.afterCommit().forEach(InMemoryTransactions::runQuietly);
        return result;
    }

    private synchronized void end(Running running, boolean commit) {
        running.written().forEach(table -> table.end(running, commit));
        running.held().forEach(holders::remove);
        notifyAll();
    }

    private static void runQuietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Work after a commit failed", failure);
        }
    }

    @Override
    public void afterCommit(Runnable work) {
        current.get().ifPresentOrElse(running -> running.afterCommit().add(work), () -> runQuietly(work));
    }

    /** The transaction of this thread, if one runs. */
    Optional<Running> current() {
        return current.get();
    }

    /**
     * The transaction of this thread.
     *
     * @throws IllegalStateException if none runs
     */
    Running require() {
        return current.get().orElseThrow(() -> new IllegalStateException("only inside a transaction"));
    }

    /** Work that sees no commit of others while it runs; short, and never waiting. */
    synchronized <T> T atOnce(Supplier<T> work) {
        return work.get();
    }

    /** Holds {@code row}, anything with equality, for the running transaction until it ends; first come, first served. */
    synchronized void hold(Object row) {
        Running running = require();
        if (tryHold(row)) {
            return;
        }
        Deque<Running> queue = queues.computeIfAbsent(row, ignored -> new ArrayDeque<>());
        if (waitsFor(row, running)) {
            throw new ConflictException("two transactions wait for each other");
        }
        queue.add(running);
        running.waitFor(Optional.of(row));
        try {
            while (holders.containsKey(row) || queue.peek() != running) {
                wait();
            }
            holders.put(row, running);
            running.held().add(row);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a row", interrupted);
        } finally {
            running.waitFor(Optional.empty());
            queue.remove(running);
            queues.computeIfPresent(row, (ignored, waiting) -> waiting.isEmpty() ? null : waiting);
            notifyAll();
        }
    }

    /** Holds {@code row} if nobody else does or waits to; whether it is held now. */
    synchronized boolean tryHold(Object row) {
        Running running = require();
        if (holders.get(row) == running) {
            return true;
        }
        if (holders.containsKey(row) || !queues.getOrDefault(row, NOBODY).isEmpty()) {
            return false;
        }
        holders.put(row, running);
        running.held().add(row);
        return true;
    }

    private boolean waitsFor(Object row, Running other) {
        Optional<Running> holder = Optional.ofNullable(holders.get(row));
        while (holder.isPresent()) {
            if (holder.get() == other) {
                return true;
            }
            holder = holder.get().waitingFor().map(holders::get);
        }
        return false;
    }
}

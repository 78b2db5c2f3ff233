package io.larkdesk.persistence.jdbi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** One transaction of one thread. After any failure it can only be rolled back, whoever catches the failure. */
final class RunningTransaction implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(RunningTransaction.class.getName());
    private static final int MOST_CONNECTIONS = 3;

    /** What took longer than this was silent, not merely dead: another connection would be silent too, and somebody waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Handle handle;
    private final Instant now;
    private final List<Runnable> callbacks = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private boolean over;

    private RunningTransaction(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Begins one; tries other connections if the pool's turn out to be dead, as after a restart of the database. */
    static RunningTransaction begin(Jdbi jdbi, Scoping scoping) {
        long began = System.nanoTime();
        for (int connection = 1; ; connection++) {
            Handle handle = open(jdbi);
            try {
                return new RunningTransaction(handle, scoping.begin(handle));
            } catch (RuntimeException e) {
                RuntimeException failure = translated(e);
                giveBack(handle);
                if (connection == MOST_CONNECTIONS
                        || System.nanoTime() - began > PATIENCE.toNanos()
                        || !Failures.isConnectionLost(failure)) {
                    throw failure;
                }
            }
        }
    }

    <T> T join(Function<Instant, T> work) {
        try {
            return work.apply(now);
        } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    <T> T run(Function<Handle, T> statements) {
        try {
            return statements.apply(handle);
        } catch (JdbiException e) {
            RuntimeException translated = Failures.translate(e);
            failure = failure == null ? translated : failure;
            throw translated;
        }
    }

    void afterCommit(Runnable work) {
        callbacks.add(work);
    }

    List<Runnable> callbacks() {
        return callbacks;
    }

    void commit() {
        if (failure != null) {
            throw failure;
        }
        try {
            handle.commit();
            over = true;
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /** Rolls back, unless it was committed, and gives the connection back. */
    @Override
    public void close() {
        if (over) {
            handle.close();
        } else {
            giveBack(handle);
        }
    }

    static RuntimeException translated(RuntimeException failure) {
        return failure instanceof JdbiException ? Failures.translate(failure) : failure;
    }

    private static Handle open(Jdbi jdbi) {
        try {
            return jdbi.open();
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    /** Must not hide the failure that led here; a broken connection is thrown away by the pool. */
    private static void giveBack(Handle handle) {
        try (handle) {
            handle.rollback();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "the transaction could not be rolled back; its connection is given up",
                    e);
        }
    }
}

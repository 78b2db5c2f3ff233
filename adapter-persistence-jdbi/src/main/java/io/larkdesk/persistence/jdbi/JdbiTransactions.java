package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Transactions on PostgreSQL at READ COMMITTED, bound to the calling thread; the stores run their statements through it. */
final class JdbiTransactions implements Transactions {

    private static final System.Logger LOG = System.getLogger(JdbiTransactions.class.getName());
    private static final int MOST_ATTEMPTS = 4;

    /** Later no further attempt begins: of each a statement may take ten seconds, if it waits for two locks, and who asks has an answer after 18. */
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    private final Jdbi jdbi;
    private final Scoping scoping;

    // Not static: a thread may be in transactions of two databases, as in a test with two nodes
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable RunningTransaction> running = new ThreadLocal<>();

    JdbiTransactions(Jdbi jdbi, Supplier<TenantScope> scope) {
        this.jdbi = jdbi;
        this.scoping = new Scoping(scope);
    }

    static JdbiTransactions over(ConnectionFactory connections, Supplier<TenantScope> scope) {
        return over(connections, scope, Optional.empty());
    }

    /** The same; {@code listener} is told of each statement. */
    static JdbiTransactions over(
            ConnectionFactory connections,
            Supplier<TenantScope> scope,
            Optional<JdbiPersistence.StatementListener> listener) {
        Jdbi jdbi = Jdbi.create(connections);
        listener.ifPresent(told -> jdbi.setSqlLogger(new Statements(told)));
        Arguments.register(jdbi);
        return new JdbiTransactions(jdbi, scope);
    }

    @Override
    public <T> T inTransaction(Function<Instant, T> work) {
        RunningTransaction outer = running.get();
        return outer != null ? outer.join(work) : retrying(() -> runOnce(work));
    }

    @Override
    public void afterCommit(Runnable work) {
        RunningTransaction outer = running.get();
        if (outer != null) {
            outer.afterCommit(work);
        } else {
            runQuietly(work);
        }
    }

    /** Runs a store's one statement: in the running transaction, or as one of its own. */
    <T> T with(Function<Handle, T> statement) {
        RunningTransaction outer = running.get();
        return outer != null ? outer.run(statement) : retrying(() -> runAlone(statement));
    }

    /** Runs a store's statements, which make sense in a transaction only. */
    <T> T withRunning(Function<Handle, T> statements) {
        RunningTransaction outer = running.get();
        if (outer == null) {
            throw new IllegalStateException("only inside a transaction");
        }
        return outer.run(statements);
    }

    private <T> T runOnce(Function<Instant, T> work) {
        RunningTransaction begun = RunningTransaction.begin(jdbi, scoping);
        T result;
        running.set(begun);
        try (begun) {
            result = begun.join(work);
            begun.commit();
        } finally {
            running.remove();
        }
        begun.callbacks().forEach(JdbiTransactions::runQuietly);
        return result;
    }

    private <T> T runAlone(Function<Handle, T> statement) {
        try (Handle handle = jdbi.open()) {
            scoping.each(handle);
            return statement.apply(handle);
        } catch (RuntimeException e) {
            throw RunningTransaction.translated(e);
        }
    }

    private static <T> T retrying(Supplier<T> once) {
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return once.get();
            } catch (ConflictException e) {
                boolean isStale = Failures.isStalePlan(e);
                if ((attempt >= MOST_ATTEMPTS && !isStale) || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw e;
                }
                if (!isStale) {
                    pause(Math.min(attempt, MOST_ATTEMPTS));
                }
            }
        }
    }

    /** At random, so that those who collided do not collide again, and longer each time. */
    private static void pause(int attempt) {
        long longest = Duration.ofMillis(5L << attempt).toNanos();
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }

    private static void runQuietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "what was to be done after a commit failed", e);
        }
    }
}

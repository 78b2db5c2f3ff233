package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** What all contracts have in common: the stores under test, empty at the beginning of each test. */
public abstract class StoresContract {

    private Stores stores;
    private Scene scene;

    /** Made for subclasses. */
    protected StoresContract() {}

    /**
     * The adapter's stores, with nothing in them. Asked for once before each test.
     *
     * <p>If the database cannot be reached, throw: a contract that was not tried must not look kept.
     */
    protected abstract Stores emptyStores();

    @BeforeEach
    void begin() {
        stores = emptyStores();
        scene = new Scene(stores, new SeededRandomness(getClass().getName().hashCode()));
    }

    final Stores stores() {
        return stores;
    }

    final Scene scene() {
        return scene;
    }

    final Transactions transactions() {
        return stores.transactions();
    }

    /** Runs work in a transaction that nothing comes of. */
    final void inTransaction(Consumer<Instant> work) {
        transactions().inTransaction(now -> {
            work.accept(now);
            return now;
        });
    }

    /** What comes of {@code other}: another thread begins it after {@code work}, and has to wait until the transaction of that has ended. */
    final CompletableFuture<Void> waitingFor(Runnable work, Runnable other) {
        return transactions().inTransaction(now -> {
            work.run();
            CompletableFuture<Void> late = CompletableFuture.runAsync(other);
            assertThatThrownBy(() -> late.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return late;
        });
    }

    /** The stores' present. */
    final Instant present() {
        return transactions().inTransaction(now -> now);
    }

    /** What {@code work} finds in a transaction of its own on another thread. */
    static <T> T elsewhere(Supplier<T> work) {
        return Together.elsewhere(work);
    }
}

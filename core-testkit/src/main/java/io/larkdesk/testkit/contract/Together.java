package io.larkdesk.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Several threads at once; what fails in one of them fails the test, and none is waited for longer than two minutes. */
public final class Together {

    private static final int PATIENCE_SECONDS = 120;

    private Together() {}

    /** What each of {@code workers} threads returned, in order of their numbers, which begin at 0. */
    public static <T> List<T> run(int workers, IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<T>> begun = IntStream.range(0, workers)
                    .mapToObj(worker -> threads.submit(() -> work.apply(worker)))
                    .toList();
            List<T> results = new ArrayList<>();
            begun.forEach(future -> results.add(await(future)));
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What {@code work} returned on another thread. */
    public static <T> T elsewhere(Supplier<T> work) {
        return run(1, worker -> work.get()).get(0);
    }

    /** Waits until the others have come as far as that. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("a thread is stuck");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new AssertionError("a thread failed: " + failure.getCause(), failure.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("a thread is stuck", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}

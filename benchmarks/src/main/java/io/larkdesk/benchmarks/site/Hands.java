package io.larkdesk.benchmarks.site;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same until there is nothing left to do. */
public final class Hands {

    private Hands() {}

    /**
     * Each of {@code count} threads does {@code work}, to which its number is told.
     *
     * @return how many things they have done together
     */
    public static long together(int count, Work work) throws InterruptedException, ExecutionException {
        ExecutorService hands = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Long>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                all.add(() -> work.done(number));
            }
            long done = 0;
            for (Future<Long> one : hands.invokeAll(all)) {
                done += one.get();
            }
            return done;
        } finally {
            hands.shutdownNow();
        }
    }

    /** What a thread does. */
    @FunctionalInterface
    public interface Work {
        /** How many things thread {@code number} has done when it is through. */
        long done(int number) throws Exception;
    }
}

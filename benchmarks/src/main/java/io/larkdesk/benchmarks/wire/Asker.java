package io.larkdesk.benchmarks.wire;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/** Asks one thing after the other over one connection, and waits for each answer before it goes on. For one thread. */
public final class Asker implements AutoCloseable {

    private final Loop loop = new Loop();
    private final BlockingQueue<Integer> statuses = new ArrayBlockingQueue<>(1);
    private final Caller caller;
    private long refused;

    /** Asks the server at {@code port}. */
    public Asker(int port) {
        this.caller = new Caller(loop, port, statuses::add);
    }

    /** Asks what {@code requests} gives, again and again for {@code length}: how long each took. */
    public Latencies ask(Supplier<byte[]> requests, Duration length) throws InterruptedException {
        Latencies latencies = new Latencies();
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            byte[] request = requests.get();
            long began = System.nanoTime();
            loop.execute(() -> caller.send(request));
            if (statuses.take() / 100 != 2) {
                refused++;
            }
            latencies.add(System.nanoTime() - began);
        }
        return latencies;
    }

    /** How often what was asked was not answered with success, ever. */
    public long refused() {
        return refused;
    }

    @Override
    public void close() {
        loop.close();
    }
}

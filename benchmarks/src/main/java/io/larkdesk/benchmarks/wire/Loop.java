package io.larkdesk.benchmarks.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One thread that reads and writes all connections of a client. What it tells of is told by this thread. */
public final class Loop implements AutoCloseable {

    private static final int ROOM = 1 << 18;

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "wire");
    private volatile boolean closed;

    /** Runs. */
    public Loop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** Has the loop's thread do it soon. */
    public void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /** From now on what comes on {@code link} goes to its reader. */
    public void add(Link link) {
        execute(() -> link.register(selector));
    }

    private void run() {
        ByteBuffer room = ByteBuffer.allocateDirect(ROOM);
        try (selector) {
            while (!closed) {
                selector.select(key -> turn(key, room));
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
            }
            selector.keys().forEach(key -> ((Link) key.attachment()).close());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void turn(SelectionKey key, ByteBuffer room) {
        Link link = (Link) key.attachment();
        if (key.isValid() && key.isWritable()) {
            link.flush();
        }
        if (key.isValid() && key.isReadable()) {
            link.read(room);
        }
    }

    /** Closes all its connections. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

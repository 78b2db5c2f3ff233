package io.larkdesk.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before the nodes as operators' balancers do: passes each connection on to a node that says that it is ready, and asks for that
 * five times a second. What comes over a connection it does not look at.
 */
final class Balancer implements AutoCloseable {

    private static final long ASK_EVERY_MILLIS = 200;

    private final List<URI> nodes;
    private final Set<URI> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final ServerSocket listener;
    private final ExecutorService hands = Executors.newCachedThreadPool(Balancer::daemon);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Balancer::daemon);

    private Balancer(List<URI> nodes, ServerSocket listener) {
        this.nodes = List.copyOf(nodes);
        this.listener = listener;
    }

    /** Begins to balance between {@code nodes}. */
    static Balancer start(List<URI> nodes) {
        try {
            Balancer balancer = new Balancer(nodes, new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
            nodes.forEach(balancer::ask);
            Future<?> unused = balancer.watch.scheduleWithFixedDelay(
                    () -> nodes.forEach(balancer::ask), ASK_EVERY_MILLIS, ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            balancer.hands.execute(balancer::accept);
            return balancer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "balancer");
        thread.setDaemon(true);
        return thread;
    }

    private void ask(URI node) {
        try {
            int status = Web.send(HttpRequest.newBuilder(node.resolve("/health/readiness")))
                    .statusCode();
            if (status == 200) {
                ready.add(node);
                return;
            }
        } catch (IOException e) {
            // it does not run
        }
        ready.remove(node);
    }

    private void accept() {
        try {
            while (true) {
                Socket browser = listener.accept();
                hands.execute(() -> pass(browser));
            }
        } catch (IOException closed) {
            // so is the balancer
        }
    }

    private void pass(Socket browser) {
        try (browser;
                Socket node = connect()) {
            hands.execute(() -> copy(node, browser));
            copy(browser, node);
        } catch (IOException e) {
            // either end has gone, and the other one learns it by that
        }
    }

    /** To a node that is ready; to another one if it has just gone. */
    private Socket connect() throws IOException {
        for (int i = 0; i < 2 * nodes.size(); i++) {
            URI node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
            if (ready.contains(node)) {
                try {
                    return new Socket(InetAddress.getLoopbackAddress(), node.getPort());
                } catch (ConnectException refused) {
                    ready.remove(node);
                }
            }
        }
        throw new IOException("no node is ready");
    }

    private static void copy(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            try (from;
                    to) {
                return;
            } catch (IOException gone) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        watch.shutdownNow();
        hands.shutdownNow();
    }
}

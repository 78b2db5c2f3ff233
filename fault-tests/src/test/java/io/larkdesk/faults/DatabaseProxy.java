package io.larkdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The network between a node and its PostgreSQL: whole, slow, cut, silent, or gone just when a COMMIT was carried out. */
final class DatabaseProxy implements AutoCloseable {

    private final Database database;
    private final ServerSocket server;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lostCommits = new AtomicInteger();
    private volatile Duration latency = Duration.ZERO;
    private volatile Random random = new Random();
    private volatile int commitsLostOneIn;
    private boolean silent;

    private DatabaseProxy(Database database, ServerSocket server) {
        this.database = database;
        this.server = server;
    }

    /** Leads to the server of {@code database}. */
    static DatabaseProxy start(Database database) {
        try {
            DatabaseProxy proxy =
                    new DatabaseProxy(database, new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
            daemon(proxy::accept, "proxy");
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database's address by this way, for JDBC; in plain text, so that it can be read here. */
    String url() {
        return database.urlAt(server.getLocalPort()) + "&sslmode=disable&gssEncMode=disable";
    }

    /** Each question takes so much longer. */
    void delay(Duration time) {
        latency = time;
    }

    /** Ends all connections that there are. */
    void cutAll() {
        links.forEach(Link::cut);
    }

    /** From now on nothing comes through, either way, and nobody is told: all connections stay open, and new ones too. */
    synchronized void beSilent() {
        silent = true;
    }

    /** From now on everything comes through, and first what was held up. */
    synchronized void speak() {
        silent = false;
        notifyAll();
    }

    /** The connections on which somebody listens now stay open, and silent for ever; how many there are. */
    int deafen() {
        return (int) links.stream().filter(Link::deafenIfItListens).count();
    }

    /** Of so many transactions that wrote something and were committed, one's answer does not come through, and its connection ends; 0: none. */
    void loseCommits(int oneIn, Random choices) {
        random = choices;
        commitsLostOneIn = oneIn;
    }

    /** How many answers were lost. */
    int lostCommits() {
        return lostCommits.get();
    }

    boolean losesCommit() {
        int oneIn = commitsLostOneIn;
        boolean lost = oneIn > 0 && random.nextInt(oneIn) == 0;
        if (lost) {
            lostCommits.incrementAndGet();
        }
        return lost;
    }

    /** Waits as long as nothing comes through. */
    synchronized void comeThrough() throws InterruptedException {
        while (silent) {
            wait();
        }
    }

    /** Waits as long as an answer takes longer. */
    void takeTime() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, latency.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Link link = new Link(this, server.accept());
                links.add(link);
                daemon(() -> connect(link), "proxy-requests");
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Link link) {
        try {
            comeThrough();
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), database.port());
            daemon(() -> link.carryAnswers(upstream), "proxy-answers");
            link.carryRequests(upstream);
        } catch (IOException e) {
            link.cut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            links.remove(link);
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        speak();
        cutAll();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.larkdesk.persistence.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Gathers what has changed and notifies other nodes of them, on a thread and a connection of its own. */
final class SignalSender implements AutoCloseable {

    /** While the database is away no more than these are kept; the other nodes poll anyway. */
    private static final int MOST_WAITING = 10_000;

    private static final System.Logger LOG = System.getLogger(SignalSender.class.getName());
    private static final String NOTIFY = "select pg_notify(?, payload) from unnest(?) as payload";

    private final PostgresConnections.Source connections;
    private final String node;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "larkdesk-signal-sender");
    private @Nullable Connection connection;

    SignalSender(PostgresConnections.Source connections, String node) {
        this.connections = connections;
        this.node = node;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Sends a word of a {@link SignalPayload}. Returns at once. */
    void send(String word) {
        if (waiting.size() < MOST_WAITING && waiting.add(word)) {
            wake.release();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        Backoff backoff = new Backoff();
        try {
            while (true) {
                wake.acquire();
                // Before the batch is taken: whatever comes later wakes again
                wake.drainPermits();
                List<String> batch = takeWaiting();
                if (batch.isEmpty() || sent(batch)) {
                    backoff.reset();
                    Thread.sleep(GroupSignals.SPACING_MILLIS);
                } else {
                    batch.forEach(this::send);
                    backoff.pause();
                }
            }
        } catch (InterruptedException closed) {
            disconnect();
        }
    }

    private List<String> takeWaiting() {
        List<String> batch = new ArrayList<>();
        for (Iterator<String> words = waiting.iterator(); words.hasNext(); ) {
            batch.add(words.next());
            words.remove();
        }
        return batch;
    }

    private boolean sent(List<String> batch) {
        try {
            Connection open = connect();
            try (PreparedStatement statement = open.prepareStatement(NOTIFY)) {
                statement.setString(1, SignalPayload.CHANNEL);
                statement.setArray(
                        2,
                        open.createArrayOf(
                                "text", SignalPayload.format(node, batch).toArray()));
                statement.execute();
            }
            return true;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "other nodes could not be signalled; it is tried again", e);
            disconnect();
            return false;
        }
    }

    private Connection connect() throws SQLException {
        if (connection == null) {
            connection = connections.open();
            connection.setAutoCommit(true);
        }
        return connection;
    }

    private void disconnect() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "a broken connection could not be closed", e);
            }
        }
    }
}

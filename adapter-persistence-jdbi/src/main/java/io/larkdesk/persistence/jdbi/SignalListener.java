package io.larkdesk.persistence.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Listens to other nodes, on a thread and a connection of its own, and connects again whenever that breaks. */
final class SignalListener implements AutoCloseable {

    /** A dead link is silent: so the waiting ends now and then, and the server is asked for a sign of life. */
    private static final int ASK_AFTER_MILLIS = 2_000;

    private static final System.Logger LOG = System.getLogger(SignalListener.class.getName());

    private final PostgresConnections.Source connections;
    private final String node;
    private final Consumer<SignalPayload> heard;
    private final Runnable lost;
    private final Thread thread = new Thread(this::run, "larkdesk-signal-listener");
    private volatile boolean closed;
    private volatile @Nullable Connection current;

    SignalListener(PostgresConnections.Source connections, String node, Consumer<SignalPayload> heard, Runnable lost) {
        this.connections = connections;
        this.node = node;
        this.heard = heard;
        this.lost = lost;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Whether there is a connection on which others are heard. */
    boolean isListening() {
        return current != null;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        abort();
    }

    private void run() {
        Backoff backoff = new Backoff();
        try {
            while (!closed) {
                listenUntilItBreaks(backoff);
                backoff.pause();
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "no longer listening to other nodes");
        }
    }

    private void listenUntilItBreaks(Backoff backoff) {
        try (Connection connection = connections.open()) {
            current = connection;
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("listen " + SignalPayload.CHANNEL);
                backoff.reset();
                tellLost();
                while (!closed) {
                    receive(connection.unwrap(PGConnection.class), statement);
                }
            }
        } catch (SQLException e) {
            if (!closed) {
                LOG.log(System.Logger.Level.WARNING, "other nodes are not heard; listening is tried again", e);
            }
        } finally {
            current = null;
        }
    }

    private void receive(PGConnection connection, Statement statement) throws SQLException {
        PGNotification[] notifications = connection.getNotifications(ASK_AFTER_MILLIS);
        if (notifications == null || notifications.length == 0) {
            statement.execute("select 1");
            return;
        }
        for (PGNotification notification : notifications) {
            SignalPayload payload = SignalPayload.parse(notification.getParameter());
            if (!payload.node().equals(node)) {
                heard.accept(payload);
            }
        }
    }

    private void tellLost() {
        try {
            lost.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a listener to lost signals failed", e);
        }
    }

    /** Breaks the waiting for the network, which no interrupt does. */
    private void abort() {
        Connection connection = current;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "the listening connection could not be aborted", e);
            }
        }
    }
}

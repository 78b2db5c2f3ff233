package io.larkdesk.app.embedded;

import io.larkdesk.app.config.DatabaseSettings.Login;
import io.larkdesk.app.config.SettingException;
import io.larkdesk.app.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL of our own, on a private port of the loopback address. What is committed survives a kill -9 of the service and of the
 * server; whoever connects needs a password. One service at a time uses a data folder.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FolderLock lock;
    private final Server server;
    private final Access access;

    private EmbeddedDatabase(FolderLock lock, Server server, Access access) {
        this.lock = lock;
        this.server = server;
        this.access = access;
    }

    /**
     * Starts the server on the data in {@code folder}, and sets it up if there is none. A server that an earlier service left behind when it
     * was killed is stopped first.
     *
     * @throws SettingException if the folder cannot be used
     */
    public static EmbeddedDatabase start(Path folder) {
        FolderLock lock = FolderLock.take(folder);
        try {
            Account account = Account.forServer(folder, System.getProperty("user.name"));
            Server server = new Server(folder, Binaries.unpack(folder), account);
            boolean isNew = server.prepare();
            server.stopLeftover();
            int port = server.start();
            Access access = open(server, port);
            LOG.info(
                    "The embedded PostgreSQL runs on port {}, with {} data in {}", port, isNew ? "new" : "the", folder);
            return new EmbeddedDatabase(lock, server, access);
        } catch (IOException e) {
            lock.close();
            throw new SettingException(
                    Settings.DATA, "the embedded PostgreSQL cannot start in " + folder + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A server that cannot be opened is stopped again. */
    private static Access open(Server server, int port) throws IOException {
        try {
            return Access.open(port, server.adminPassword());
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    /** Where it is, for JDBC. */
    public String url() {
        return access.url();
    }

    /** Who owns the database; with another password after each start. */
    public Login owner() {
        return access.owner();
    }

    /** As whom the service works, who owns nothing; with another password after each start. */
    public Login serving() {
        return access.serving();
    }

    /** Lets go of the folder as the system does when the service is killed. */
    void forgetLock() {
        lock.close();
    }

    /** Stops the server, cutting off whoever is still connected, and gives the folder free. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL could not be stopped; the next start does it", e);
        } finally {
            lock.close();
        }
    }
}

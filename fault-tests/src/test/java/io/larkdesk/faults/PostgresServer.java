package io.larkdesk.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of a test's own, which it can treat as it likes. */
final class PostgresServer implements AutoCloseable {

    private final Path data;
    private final int port = Program.freePort();
    private final Map<String, String> variables;

    private PostgresServer(Path data, Map<String, String> variables) {
        this.data = data;
        this.variables = variables;
    }

    /** A new one, that runs. */
    static PostgresServer start() {
        return start(Map.of());
    }

    /** With these {@code variables} in its environment. */
    static PostgresServer start(Map<String, String> variables) {
        PostgresServer server = new PostgresServer(newFolder(), variables);
        // whatever becomes of the test, a server is no child of its process
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.command("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C");
        server.set("port = " + server.port);
        server.set("listen_addresses = '127.0.0.1'");
        server.set("unix_socket_directories = ''");
        server.set("timezone = 'America/St_Johns'");
        server.set("max_connections = 60");
        // what is committed survives the death of the server, though not of the machine
        server.set("fsync = off");
        server.restart();
        return server;
    }

    /** A copy of this one that follows it and has each commit before it is acknowledged; both run. */
    PostgresServer startStandby() {
        PostgresServer standby = startLaggingStandby();
        set("synchronous_standby_names = 'standby'");
        reload();
        return standby;
    }

    /** A copy of this one that follows it, and is not waited for; both run. */
    PostgresServer startLaggingStandby() {
        stop("fast");
        PostgresServer standby = new PostgresServer(newFolder(), variables);
        Runtime.getRuntime().addShutdownHook(new Thread(standby::close));
        Command.run("cp", "-r", data + "/.", standby.data.toString());
        standby.set("port = " + standby.port);
        standby.set("primary_conninfo = 'host=127.0.0.1 port=" + port + " user=postgres application_name=standby'");
        standby.write("standby.signal", "");
        restart();
        standby.restart();
        return standby;
    }

    /** A new, empty database, called desk. */
    Database newDatabase() {
        new Database(url("postgres")).execute("create database desk");
        return new Database(url("desk"));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    int port() {
        return port;
    }

    /** Adds a line to its settings, for its next start or {@link #reload}. */
    void set(String line) {
        write("postgresql.conf", line + "\n");
    }

    /** Has it read its settings again. */
    void reload() {
        control("reload");
    }

    /** Starts it, and waits until it answers. */
    void restart() {
        control("start", "--wait", "--log=" + data.resolve("server.log"));
    }

    /** Has it stop: {@code fast}, as is usual, or {@code immediate}, as in a crash. */
    void stop(String mode) {
        control("stop", "--wait", "--mode=" + mode);
    }

    /** Kills the process of one of {@code database}'s connections, which takes all others down. */
    void killBackend(Database database) {
        // One may end by itself while it is looked up
        await().atMost(Duration.ofSeconds(20)).until(() -> backends(database).stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .findFirst()
                .filter(ProcessHandle::destroyForcibly)
                .isPresent());
    }

    /** The processes that serve {@code database} to the nodes. */
    static List<Long> backends(Database database) {
        return database.list(
                "select pid from pg_stat_activity where application_name = 'larkdesk' and datname = current_database()",
                row -> row.getLong(1));
    }

    /** Kills the whole server. */
    void kill() {
        try {
            String pid =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            kill(Long.parseLong(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** Has a standby hear nothing more of the one that it follows. */
    void stopFollowing() {
        set("primary_conninfo = ''");
        reload();
    }

    /** Has a standby take over. */
    void promote() {
        control("promote", "--wait");
    }

    private void control(String... words) {
        command("pg_ctl", words);
    }

    private void command(String program, String... words) {
        List<String> command = new ArrayList<>(Command.asOrdinaryUser());
        command.add(TestServer.programs().resolve(program).toString());
        command.add("--pgdata=" + data);
        command.addAll(List.of(words));
        Map<String, String> all = new HashMap<>(variables);
        all.put("LC_ALL", "C");
        Command.run(all, command);
    }

    private void write(String file, String text) {
        try {
            Path path = data.resolve(file);
            Files.writeString(path, Files.exists(path) ? Files.readString(path) + text : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(
                    "larkdesk-postgres",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            stop("immediate");
        } catch (IllegalStateException stopped) {
            // it was killed, or stopped, by the test
        }
        Command.run("rm", "-rf", data.toString());
    }
}

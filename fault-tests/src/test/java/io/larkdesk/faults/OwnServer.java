package io.larkdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server that an operator runs: the machine's own, with all of its tools, on a folder and a port of its own. */
final class OwnServer implements AutoCloseable {

    /** Who owns the tables, whom policies hold; it may make databases and copy the server's files. */
    static final String OWNER = "larkdesk";

    /** As whom the service signs in. */
    static final String SERVING = "larkdesk_serving";

    private static final String ADMIN = "postgres";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path tools = tools();
    private final Path data;
    private final int port = Program.freePort();

    private OwnServer(Path data) {
        this.data = data;
    }

    /** Starts one on {@code data}, with an empty database {@code larkdesk}. */
    static OwnServer start(Path data) {
        OwnServer server = new OwnServer(data);
        server.run("initdb", "--pgdata=" + data, "--username=" + ADMIN, "--auth=trust", "--encoding=UTF8", "--no-sync");
        try {
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "port = %d%nlisten_addresses = '127.0.0.1'%nunix_socket_directories = ''%ntimezone = 'America/St_Johns'%n"
                            .formatted(server.port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.run("pg_ctl", "--pgdata=" + data, "--log=" + data.resolve("server.log"), "--wait", "start");
        server.run(
                "psql",
                "--dbname=postgres",
                "--command=create role " + OWNER + " login createdb replication",
                "--command=create role " + SERVING + " login");
        server.run("createdb", "--owner=" + OWNER, "larkdesk");
        return server;
    }

    /** The newest of those that are installed. */
    private static Path tools() {
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.max(Comparator.comparing(
                            path -> Integer.parseInt(path.getFileName().toString())))
                    .orElseThrow()
                    .resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL's server and tools are not installed: apt-get install postgresql", e);
        }
    }

    Path programs() {
        return tools;
    }

    /** Where it is, for JDBC. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/larkdesk";
    }

    /** How PostgreSQL's own tools find it, for the owner. */
    Map<String, String> variables() {
        return variables(OWNER);
    }

    private Map<String, String> variables(String user) {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(port),
                "PGUSER",
                user,
                "PGDATABASE",
                "larkdesk",
                "PGDATA",
                data.toString());
    }

    /** Carries out {@code sql} in the service's database as a superuser, whom no policy binds. */
    void execute(String sql) {
        run("psql", "--dbname=larkdesk", "--command=" + sql);
    }

    /** How much the service's database takes on the disk. */
    String size() {
        return run(
                        "psql",
                        "--dbname=larkdesk",
                        "--tuples-only",
                        "--no-align",
                        "--command=select pg_size_pretty(pg_database_size(current_database()))")
                .strip();
    }

    private String run(String program, String... arguments) {
        List<String> command = new ArrayList<>(Command.asOrdinaryUser());
        command.add(tools.resolve(program).toString());
        command.addAll(List.of(arguments));
        return Command.run(variables(ADMIN), command);
    }

    @Override
    public void close() {
        run("pg_ctl", "--pgdata=" + data, "--mode=immediate", "--wait", "stop");
    }
}

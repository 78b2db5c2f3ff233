package io.larkdesk.benchmarks.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** ejabberd as Debian packages it, with settings of its own: rooms are archived in PostgreSQL, and nobody is slowed down. */
public final class Ejabberd implements AutoCloseable {

    private static final Path SCHEMA = Path.of("/usr/share/ejabberd/sql/pg.sql");
    private static final List<Path> LIBRARIES =
            List.of(Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/usr/lib/aarch64-linux-gnu"));
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private static final String SETTINGS = """
            hosts: [localhost]
            loglevel: error
            listen:
              - {port: %d, ip: "127.0.0.1", module: ejabberd_c2s, shaper: none, starttls: false, max_stanza_size: 262144}
            auth_method: [anonymous]
            anonymous_protocol: sasl_anon
            allow_multiple_connections: true
            disable_sasl_mechanisms: []
            sql_type: pgsql
            sql_server: %s
            sql_port: %d
            sql_database: %s
            sql_username: postgres
            sql_pool_size: 20
            modules:
              mod_mam: {db_type: sql, default: never}
              mod_muc:
                access: all
                access_create: all
                history_size: 0
                max_users: 5000
                default_room_options: {mam: true, anonymous: false, max_users: 5000}
            """;

    private final Database database;
    private final int port = Program.freePort();
    private final Program program;

    private Ejabberd(Database database) throws IOException {
        this.database = database;
        database.execute(Files.readString(SCHEMA));
        Path folder = Files.createTempDirectory("larkdesk-ejabberd");
        Path settings = Files.writeString(
                folder.resolve("ejabberd.yml"),
                SETTINGS.formatted(port, database.host(), database.port(), database.name()));
        this.program = Program.start(
                "ejabberd",
                List.of(
                        "erl",
                        "-noinput",
                        "+K",
                        "true",
                        "-pa",
                        installed().resolve("ebin").toString(),
                        "-mnesia",
                        "dir",
                        "\"" + folder.resolve("mnesia") + "\"",
                        "-s",
                        "ejabberd"),
                Map.of(
                        "ERL_LIBS", LIBRARIES.stream().map(Path::toString).collect(Collectors.joining(":")),
                        "HOME", folder.toString(),
                        "EJABBERD_CONFIG_PATH", settings.toString(),
                        "EJABBERD_LOG_PATH", folder.resolve("ejabberd.log").toString()));
        program.await(LONGEST_START, any -> Program.listens(port));
    }

    /** Starts it on {@code database}, which is empty. */
    public static Ejabberd start(Database database) {
        try {
            return new Ejabberd(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of what is installed, which is called by its name and version. */
    private static Path installed() {
        return LIBRARIES.stream()
                .map(library -> library.toFile().listFiles((folder, name) -> name.startsWith("ejabberd-")))
                .filter(Objects::nonNull)
                .flatMap(Stream::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ejabberd is not installed"))
                .toPath();
    }

    /** The name and version of what is installed. */
    public static String version() {
        return installed().toFile().getName().replaceFirst("-", " ").replaceAll("-.*", "");
    }

    /** Where clients connect. */
    public int port() {
        return port;
    }

    /** Its process. */
    public Program program() {
        return program;
    }

    /** How many messages are in the archive. */
    public long archived() {
        return database.count("archive");
    }

    @Override
    public void close() {
        program.close();
    }
}

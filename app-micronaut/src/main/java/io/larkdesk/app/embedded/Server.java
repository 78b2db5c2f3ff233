package io.larkdesk.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's data and its process. */
final class Server {

    static final String ADMIN = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** A server that was killed replays its log before it answers. */
    private static final String START_WITHIN_SECONDS = "300";

    private static final String STOP_WITHIN_SECONDS = "60";
    private static final int PASSWORD_BYTES = 24;

    private final Binaries binaries;
    private final Account account;
    private final Path data;
    private final Path half;
    private final Path passwordFile;

    Server(Path folder, Binaries binaries, Account account) {
        this.binaries = binaries;
        this.account = account;
        this.data = folder.resolve("postgres");
        this.half = folder.resolve("postgres.half");
        this.passwordFile = folder.resolve("postgres-password");
    }

    /** Sets up the data folder if there is none. What an interrupted attempt left is begun anew. */
    boolean prepare() throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version) && Files.exists(passwordFile)) {
            return false;
        }
        if (Files.exists(version)) {
            throw new IOException(
                    "the file " + passwordFile + " is missing, without which nobody can open the database");
        }
        try {
            Files.deleteIfExists(data);
        } catch (DirectoryNotEmptyException e) {
            throw new IOException(data + " holds something that is no database", e);
        }
        if (Files.exists(half)) {
            Binaries.remove(half);
        }
        Files.createDirectories(half);
        account.give(half, "rwx------");
        String password = newPassword();
        Path handedOver = Files.createTempFile(data.resolveSibling(""), "postgres-password", ".new");
        try {
            Files.writeString(handedOver, password);
            account.give(handedOver, "rw-------");
            new Command(
                            account,
                            List.of(
                                    binaries.program("initdb"),
                                    "--pgdata=" + half,
                                    "--username=" + ADMIN,
                                    "--pwfile=" + handedOver,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--locale=C"))
                    .check();
        } finally {
            Files.deleteIfExists(handedOver);
        }
        Files.writeString(passwordFile, password);
        Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    String adminPassword() throws IOException {
        return Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
    }

    /** Stops the server that a killed service left running; removes what a killed server, or another process of its number, left. */
    void stopLeftover() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (processOf(pidFile).filter(Server::isPostgres).isPresent()) {
            LOG.warn("An earlier service was killed and left its PostgreSQL running; stopping it");
            stop();
        } else {
            LOG.warn("An earlier PostgreSQL was killed; it recovers from its log now");
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<ProcessHandle> processOf(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(path -> path.endsWith("/postgres"))
                .isPresent();
    }

    /** Starts the server, and waits until it answers. */
    int start() throws IOException {
        int port = freePort();
        Files.writeString(data.resolve("postgresql.auto.conf"), ServerConfiguration.on(port));
        account.give(data.resolve("postgresql.auto.conf"), "rw-------");
        new Command(
                        account,
                        List.of(
                                binaries.program("pg_ctl"),
                                "--pgdata=" + data,
                                "--log=" + data.resolve("start.log"),
                                "--wait",
                                "--timeout=" + START_WITHIN_SECONDS,
                                "start"))
                .check();
        return port;
    }

    void stop() throws IOException {
        new Command(
                        account,
                        List.of(
                                binaries.program("pg_ctl"),
                                "--pgdata=" + data,
                                "--mode=fast",
                                "--wait",
                                "--timeout=" + STOP_WITHIN_SECONDS,
                                "stop"))
                .check();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

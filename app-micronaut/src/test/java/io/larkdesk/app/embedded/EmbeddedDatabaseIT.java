package io.larkdesk.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.app.config.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    static Path folder;

    private EmbeddedDatabase database;

    @BeforeEach
    void start() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        database = EmbeddedDatabase.start(folder);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "nothing";
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long postmaster() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
        return Long.parseLong(lines.get(0).strip());
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws SQLException {
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show full_page_writes")).isEqualTo("on");
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        for (String user :
                List.of("postgres", database.owner().user(), database.serving().user())) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void theServiceIsNoSuperuser() throws SQLException {
        assertThat(ask("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void theAdministratorsPasswordIsPrivate() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void dataStayAndThePasswordChanges() throws SQLException {
        execute("create table if not exists kept as select 42 as answer");
        String before = database.owner().password();
        database.close();

        database = EmbeddedDatabase.start(folder);

        assertThat(ask("select answer from kept")).isEqualTo("42");
        assertThat(database.owner().password()).isNotEqualTo(before);
    }

    /** As when a new version of the service brings a new one of PostgreSQL. */
    @Test
    void dataOutliveThePrograms() throws Exception {
        execute("create table if not exists kept as select 42 as answer");
        database.close();
        Path before = folder.resolve("postgres-before");
        Files.move(programs(), before);

        database = EmbeddedDatabase.start(folder);

        assertThat(ask("select answer from kept")).isEqualTo("42");
        assertThat(before).doesNotExist();
    }

    private static Path programs() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .filter(one -> one.getFileName().toString().startsWith("postgres-"))
                    .findAny()
                    .orElseThrow();
        }
    }

    @Test
    void aStartThatWasKilledWhileItMadeTheDatabaseIsBegunAnew(@TempDir Path other) throws IOException {
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(other.resolve("postgres.half/base"));
        Files.writeString(other.resolve("postgres.half/PG_VERSION"), "18");

        EmbeddedDatabase.start(other).close();

        assertThat(other.resolve("postgres/PG_VERSION")).exists();
        assertThat(other.resolve("postgres.half")).doesNotExist();
    }

    @Test
    void aKilledServerLosesNothing() throws Exception {
        execute("create table if not exists kept as select 42 as answer");
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
        database.close();

        database = EmbeddedDatabase.start(folder);

        assertThat(ask("select answer from kept")).isEqualTo("42");
    }

    @Test
    void aSecondServiceIsKeptOut() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("another service");
    }

    @Test
    void aServerThatAKilledServiceLeftIsStopped() throws Exception {
        // As after a kill -9 of the service: the lock is gone, the server is not
        execute("create table if not exists kept as select 42 as answer");
        long left = postmaster();
        EmbeddedDatabase first = database;
        database = afterTheLockIsGone(first);

        assertThat(postmaster()).isNotEqualTo(left);
        assertThatThrownBy(() -> DriverManager.getConnection(
                        first.url(), first.owner().user(), first.owner().password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("refused");
        assertThat(ask("select answer from kept")).isEqualTo("42");
    }

    private EmbeddedDatabase afterTheLockIsGone(EmbeddedDatabase first) {
        first.forgetLock();
        return EmbeddedDatabase.start(folder);
    }
}

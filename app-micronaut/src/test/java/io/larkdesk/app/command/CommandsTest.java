package io.larkdesk.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and the command that needs no database; the manual's commands are run by the fault tests. */
class CommandsTest {

    private static final String DATA = "larkdesk.data";
    private static final String BOOTSTRAP = "larkdesk.bootstrap-file";
    private static final List<String> CHECK = List.of("check-config");

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void set() {
        data = folder.resolve("data");
        System.setProperty(DATA, data.toString());
    }

    @AfterEach
    void clear() {
        System.clearProperty(DATA);
        System.clearProperty(BOOTSTRAP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rotate-keys",
                "FENCE",
                "fence now",
                "verify-audit one two",
                "preflight",
                "export-tenant cli_harbour"
            })
    void aCommandThatIsNoneIsAnsweredWithThoseThatThereAre(String words) {
        assertThatThrownBy(() -> Commands.execute(List.of(words.split(" "))))
                .isInstanceOf(UnknownCommandException.class)
                .hasMessage("There is no command '" + words
                        + "'; there are help, check-config, preflight APP-ID, fence, make-keys, add-key, use-key, remove-keys, "
                        + "verify-audit [FILE], verify-timelines [APP-ID], relocate-files, export-tenant APP-ID ADMINISTRATOR FILE, "
                        + "delete-tenant APP-ID ADMINISTRATOR NAME REASON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "fence --help"})
    void whoAsksIsToldWithoutAnythingBeingDone(String words) {
        assertThat(Commands.execute(List.of(words.split(" ")))).isTrue();
        assertThat(data).doesNotExist();
    }

    /** The first of them would start the database after a second. */
    @Test
    void noRoundsAreMadeBesideACommand() {
        try (ApplicationContext context = Commands.start()) {
            assertThat(context.isRunning()).isTrue();
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(data)
                    .doesNotExist());
        }
    }

    @Test
    void theManualHasEachCommand() throws IOException {
        String manual = Files.readString(Path.of("../docs/operations.md"));
        assertThat(Arrays.stream(Commands.values()).map(Commands::usage))
                .allSatisfy(usage -> assertThat(manual).contains("| `" + usage + "` |"));
    }

    @Test
    void keysAreMadeOnceAndForTheirOwnerAlone() throws IOException {
        Path file = data.resolve("master-key.json");
        Files.createDirectories(data);
        assertThat(Commands.execute(List.of("make-keys"))).isTrue();
        String keys = Files.readString(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Commands.execute(List.of("make-keys"))).isTrue();
        assertThat(Files.readString(file)).isEqualTo(keys);
    }

    @Test
    void checkingSettingsMakesNothing() {
        assertThat(Commands.execute(CHECK)).isTrue();
        assertThat(data).doesNotExist();
    }

    @Test
    void aBootstrapFileThatMakesNoSenseIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("desk.yml"), "tenants: 3");
        System.setProperty(BOOTSTRAP, file.toString());
        assertThatThrownBy(() -> Commands.execute(CHECK)).hasMessageContainingAll(BOOTSTRAP, file.toString());
    }

    @Test
    void anObjectStoreThatCannotBeUsedIsNamedAndItsKeysAreNot() {
        Map<String, String> bucket = Map.of(
                "larkdesk.attachments.s3.endpoint", "http://127.0.0.1:1",
                "larkdesk.attachments.s3.bucket", "larkdesk-files",
                "larkdesk.attachments.s3.access-key", "AKIA7",
                "larkdesk.attachments.s3.secret-key", "hunter2");
        bucket.forEach(System::setProperty);
        try {
            assertThatThrownBy(() -> Commands.execute(CHECK))
                    .hasMessageContainingAll("larkdesk.attachments.s3.endpoint", "larkdesk-files", "127.0.0.1:1")
                    .hasMessageNotContaining("AKIA7")
                    .hasMessageNotContaining("hunter2");
            assertThat(data).doesNotExist();
        } finally {
            bucket.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void aFileOfKeysThatIsNoneIsNamed() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("master-key.json"), "hunter2");
        assertThatThrownBy(() -> Commands.execute(CHECK))
                .hasMessageContaining("larkdesk.master-key-file")
                .hasMessageNotContaining("hunter2");
    }
}

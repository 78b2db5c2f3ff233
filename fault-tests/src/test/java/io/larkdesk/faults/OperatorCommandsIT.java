package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual has an operator do from a shell, beside a node that runs. */
class OperatorCommandsIT {

    private static final String AUDITED = "audit_entry where action = '%s'";

    @TempDir
    private Path folder;

    private Deployment desk;
    private Operator operator;

    @BeforeEach
    void start() {
        desk = Deployment.start(new Scene(2), 1);
        Map<String, String> environment = new HashMap<>(desk.settings());
        environment.putAll(Map.of("APP", Scene.APP, "ADMINISTRATOR", "ou_ines", "NAME", "Harbour"));
        operator = new Operator(folder, environment, Path.of("/usr/bin"), false);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void eachCommandDoesWhatTheManualSays() throws IOException {
        Colleague person = Colleague.signIn("ou_001", desk.urls());
        person.openTicket("Nothing works");

        assertThat(operator.does("check")).contains("delete-tenant APP-ID", "The settings are right");
        Path said = folder.resolve("preflight.said");
        assertThat(operator.tries(Manual.commands("preflight"), said)).isIn(0, 1);
        assertThat(Files.readString(said)).contains("PASSED CREDENTIALS", "Preflight of cli_harbour");
        assertThat(desk.database().count(AUDITED.formatted("PREFLIGHT_RUN"))).isEqualTo(1);

        assertThat(operator.does("verify-timelines")).contains("All Timelines are as they were written: 1 with");
        desk.database().execute("alter table timeline_entry disable trigger user");
        desk.database().execute("update timeline_entry set words = words || '!'");
        assertThat(operator.tries(Manual.commands("verify-timelines"), said)).isEqualTo(1);
        assertThat(Files.readString(said)).contains("of cli_harbour is not as it was written from entry 1 on");
        assertThat(desk.database().count(AUDITED.formatted("TIMELINES_VERIFIED")))
                .isEqualTo(4);

        assertThat(operator.does("relocate")).contains("0 files that were sent came into the database");

        operator.does("leave");
        Path export = folder.resolve("elsewhere").resolve(Scene.APP + ".zip");
        try (ZipFile zip = new ZipFile(export.toFile())) {
            assertThat(zip.getEntry("people.jsonl")).isNotNull();
        }
        assertThat(desk.database().count("deletion where exported_at is not null"))
                .isEqualTo(1);
        assertThat(operator.tries("java -jar larkdesk.jar export-tenant cli_harbour ou_sofia \"$BACKUP/no.zip\"", said))
                .isEqualTo(1);
        assertThat(Files.readString(said)).contains("ou_sofia is no administrator");
        assertThat(folder.resolve("backup")).isEmptyDirectory();
    }
}

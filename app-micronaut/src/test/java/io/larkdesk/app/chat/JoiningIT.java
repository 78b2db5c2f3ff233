package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in a service group without having been invited, where an operator has said who. */
class JoiningIT {

    @TempDir
    private Path folder;

    private RunningDesk desk;

    @BeforeEach
    void start() throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String file = Files.readString(Path.of("../bin/demo.d/bootstrap.yml"))
                        .replace("plan: Enterprise", "plan: Enterprise\n    join_at_sign_in: false")
                + "\nroster:\n  - {person: ou_tomas, role: engineer, from: \"" + now + "\", until: \""
                + now.plusSeconds(3600) + "\"}\n";
        Path bootstrap = Files.writeString(folder.resolve("bootstrap.yml"), file);
        desk = RunningDesk.start(Map.of("larkdesk.bootstrap-file", bootstrap.toString()));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void whereAnInviteIsWantedFirstTheTamIsNamed() {
        TestBrowser daniel = new TestBrowser(desk.node());
        daniel.signIn("cli_harbour", "ou_daniel");

        assertThat(daniel.get("/lark/cli_harbour/workbench").body())
                .contains("You are not in a group yet")
                .contains("Ask a colleague or your TAM Sofia Lindqvist for an invite link.")
                .contains("this is Daniel Okafor of Harbour Retail Group")
                .contains("data-copy=\"request\"");
    }

    @Test
    void anEngineerOnDutyIsInTheGroupOfEveryCustomer() {
        SignedIn lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");

        assertThat(lena.page("/members?side=team").body())
                .contains("Sofia Lindqvist")
                .contains("Tomás Ferreira");
    }
}

package io.larkdesk.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A customer's own administrators: who makes them, and what they see. */
class OrganisationIT {

    private static final String ORGANISATION = "/lark/cli_harbour/organisation";
    private static final List<String> PAGES = List.of("", "/reports", "/reports/months.csv");

    private static RunningDesk desk;
    private static SignedIn sofia;
    private static SignedIn amara;
    private static SignedIn daniel;
    private static SignedIn mei;
    private static SignedIn lena;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        sofia = SignedIn.toConsole(desk.node(), "ou_sofia");
        amara = SignedIn.toConsole(desk.node(), "ou_amara");
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        daniel.openTicket("Disk is full");
        lena.openTicket("Nobody else's business");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Map<String, String> form(SignedIn who) {
        return Map.of("person", who.person().id().value().toString());
    }

    private static int status(SignedIn who, String tail) {
        return who.browser().get("/lark/" + who.app() + "/organisation" + tail).status();
    }

    @Test
    void staffAppointTheFirstAndAdministratorsTheNext() {
        String console = "/console/tenants/" + daniel.person().id().tenant().value();
        assertThat(amara.submit(console + "/administrators", form(daniel)).status())
                .isEqualTo(404);
        for (SignedIn ordinary : List.of(daniel, mei, lena)) {
            assertThat(PAGES)
                    .allSatisfy(page -> assertThat(status(ordinary, page)).isEqualTo(404));
            assertThat(ordinary.page("").body()).doesNotContain("/organisation\"");
            assertThat(ordinary.submit("/lark/" + ordinary.app() + "/organisation/administrators", form(ordinary))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(sofia.browser().get(console).body()).contains("Daniel Okafor", "Mei Tanaka");
        assertThat(sofia.submit(console + "/administrators", form(lena)).status())
                .isEqualTo(422);
        assertThat(sofia.submit(
                                console + "/administrators",
                                Map.of("person", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(422);

        assertThat(sofia.submit(console + "/administrators", form(daniel)).location())
                .isEqualTo(console + "?done=administrator");

        assertThat(daniel.page("").body()).contains(ORGANISATION + "\"");
        assertThat(daniel.browser().get(ORGANISATION).body())
                .contains("appointed by Sofia Lindqvist", "Mei Tanaka")
                .doesNotContain("Lena Fischer");
        assertThat(status(mei, "")).isEqualTo(404);
        assertThat(daniel.submit(ORGANISATION + "/administrators", form(lena)).status())
                .isEqualTo(422);
        assertThat(daniel.submit("/lark/cli_meridian/organisation/administrators", form(lena))
                        .status())
                .isEqualTo(401);
        assertThat(daniel.submit(ORGANISATION + "/administrators", form(mei)).location())
                .isEqualTo(ORGANISATION + "?done=appointed");
        assertThat(mei.browser().get(ORGANISATION + "?done=appointed").body())
                .contains("appointed by Daniel Okafor", "note ok");

        assertThat(mei.browser().get(ORGANISATION + "/reports").body())
                .contains("0 of 1", "<svg", ORGANISATION + "/reports/months.csv?until=")
                .doesNotContain("Meridian", "/console/");
        assertThat(mei.browser()
                        .get(ORGANISATION + "/reports/months.csv")
                        .body()
                        .lines())
                .hasSize(13)
                .allSatisfy(line -> assertThat(line).doesNotContain("Meridian"));
        assertThat(status(mei, "/reports?until=9999-99")).isEqualTo(404);

        assertThat(sofia.submit(console + "/administrators/dismiss", form(daniel))
                        .location())
                .isEqualTo(console + "?done=dismissed");
        assertThat(PAGES).allSatisfy(page -> assertThat(status(daniel, page)).isEqualTo(404));
        assertThat(mei.submit(ORGANISATION + "/administrators/dismiss", form(mei))
                        .location())
                .isEqualTo("/lark/cli_harbour/workbench");
        assertThat(PAGES).allSatisfy(page -> assertThat(status(mei, page)).isEqualTo(404));
        for (AuditAction action : List.of(AuditAction.ADMINISTRATOR_APPOINTED, AuditAction.ADMINISTRATOR_DISMISSED)) {
            assertThat(desk.node().bean(AuditTrail.class).list(AuditQuery.ALL.of(action), 9))
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.event().book())
                            .isEqualTo(AuditBook.of(daniel.person().id().tenant())));
        }
    }
}

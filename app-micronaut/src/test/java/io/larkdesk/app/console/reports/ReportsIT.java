package io.larkdesk.app.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports in the console: who sees them, and what stands there. */
class ReportsIT {

    private static final String REPORTS = "/console/reports";

    private static RunningDesk desk;
    private static SignedIn ines;
    private static SignedIn sofia;
    private static SignedIn amara;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        sofia = SignedIn.toConsole(desk.node(), "ou_sofia");
        amara = SignedIn.toConsole(desk.node(), "ou_amara");
        SignedIn daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        daniel.openTicket("Disk is full");
        daniel.openTicket("Disk is slow");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Tenant tenant(String app) {
        return desk.node().bean(Tenants.class).findByApp(new AppId(app)).orElseThrow();
    }

    private static String path(String app) {
        return REPORTS + "/" + tenant(app).id().value();
    }

    private static YearMonth thisMonth() {
        return desk.node().bean(Transactions.class).inTransaction(CallBudget::monthOf);
    }

    @Test
    void whoServesACustomerSeesItsReport() {
        for (SignedIn one : List.of(ines, sofia)) {
            assertThat(one.browser().get(REPORTS).body())
                    .contains("Harbour Retail Group", "Meridian Labs", "0 of 2", path("cli_harbour"));
            assertThat(one.browser().get(path("cli_harbour")).body())
                    .contains("0 of 2", "<svg", "Opened")
                    .doesNotContain("Meridian Labs");
        }
        assertThat(amara.browser().get(REPORTS).status()).isEqualTo(403);
        assertThat(amara.browser().get(REPORTS + "/months.csv").status()).isEqualTo(404);
        for (String one : List.of(path("cli_harbour"), path("cli_harbour") + "/months.csv")) {
            assertThat(amara.browser().get(one).status()).isEqualTo(404);
        }
        for (String nobodys : List.of(path("cli_alder"), REPORTS + "/" + UUID.randomUUID(), REPORTS + "/x")) {
            assertThat(ines.browser().get(nobodys).status()).isEqualTo(404);
        }
    }

    @Test
    void theFilesHaveTheSameFigures() {
        String month = thisMonth().toString();
        assertThat(sofia.browser().get(REPORTS + "/months.csv?month=" + month).body())
                .startsWith("\uFEFFOrganisation,Month,Tickets,Replied,")
                .contains("\r\nHarbour Retail Group," + month + ",2,0,,,0,,,0,0,0,0,0,,0,0,,,0\r\n")
                .contains("\r\nMeridian Labs," + month + ",0,");
        assertThat(sofia.browser()
                        .get(path("cli_harbour") + "/months.csv")
                        .body()
                        .lines())
                .hasSize(13)
                .last()
                .isEqualTo("Harbour Retail Group," + month + ",2,0,,,0,,,0,0,0,0,0,,0,0,,,0");
    }

    @Test
    void anotherMonthCanBeAskedFor() {
        assertThat(sofia.browser().get(REPORTS + "?month=2020-02").body())
                .contains("February 2020", "value=\"2020-02\"")
                .doesNotContain("0 of 2");
        assertThat(sofia.browser().get(path("cli_harbour") + "?until=2020-02").body())
                .contains("March 2019 to February 2020", "until=2019-02", "until=2021-02")
                .doesNotContain("<svg class=\"chart\"", "0 of 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-13", "9999-99", "12345-01", "%00"})
    void whatIsNoMonthIsSaid(String text) {
        assertThat(sofia.browser().get(REPORTS + "?month=" + text))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("month-problem", "such as " + thisMonth()));
        assertThat(sofia.browser().get(path("cli_harbour") + "?until=" + text).status())
                .isEqualTo(404);
    }
}

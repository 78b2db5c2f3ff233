package io.larkdesk.app.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.CreateTicket;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Title;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tickets of a service group as its members see them, and as a file. */
class WorkstationIT {

    private static final String NEWLINE = "\r\n";

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn mei;
    private static SignedIn lena;
    private static SignedIn sofia;
    private static String lost;
    private static String slow;
    private static String formula;

    @BeforeAll
    static void openTickets() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        formula = open("=cmd|'/c calc'!A1", "");
        slow = open("Writes <b>time</b> out", "The primary is slow");
        lost = open("Rows are gone, \"all\" of them", "");
        daniel.send(groupOf(lost) + "/messages", SignedIn.message("The 数据库 lost rows of failover"));
        daniel.send(
                lost + "/emergency",
                Map.of("clientId", UUID.randomUUID().toString(), "reason", "DATA_LOSS", "impact", "all"));
        sofia.send(
                slow.replace("cli_harbour", "cli_alder") + "/start",
                Map.of("version", version(sofia, slow.replace("cli_harbour", "cli_alder"))));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String open(String title, String description) {
        Map<String, String> ticket = new HashMap<>(SignedIn.ticket(title));
        ticket.put("description", description);
        return daniel.send(daniel.path("/tickets"), ticket).location().replace("#heading", "");
    }

    private static String groupOf(String ticket) {
        String group = daniel.browser().get(ticket).body().replaceAll("(?s).*data-group=\"([^\"]+)\" data-me.*", "$1");
        return "/lark/cli_harbour/groups/" + group;
    }

    private static String version(SignedIn person, String ticket) {
        return person.browser().get(ticket).body().replaceAll("(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private static String number(String ticket) {
        return ticket.substring(ticket.lastIndexOf('/') + 1);
    }

    private static List<String> titles(SignedIn person, String query) {
        Answer page = page(person, query);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return Pattern.compile("class=\"sub\">#(\\d+)")
                .matcher(page.body())
                .results()
                .map(found -> "/lark/cli_harbour/tickets/" + found.group(1))
                .toList();
    }

    private static Answer page(SignedIn person, String query) {
        String path = daniel.path("/workstation" + query);
        return person.browser().get(person == sofia ? path.replace("cli_harbour", "cli_alder") : path);
    }

    private static String find(String words) {
        return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void allTicketsAreThereTheLastActiveFirst() {
        assertThat(titles(daniel, "")).containsExactlyInAnyOrder(slow, lost, formula);
        assertThat(titles(daniel, "?sort=number")).containsExactly(lost, slow, formula);
        assertThat(titles(daniel, "?sort=severity").get(0)).isEqualTo(lost);
        assertThat(titles(sofia, "")).hasSize(3);
    }

    @Test
    void eachTabHasItsTicketsAndSaysHowMany() {
        assertThat(titles(daniel, "?show=new")).containsExactlyInAnyOrder(lost, formula);
        assertThat(titles(daniel, "?show=in-progress")).containsExactly(slow);
        assertThat(titles(daniel, "?show=open")).hasSize(3);
        assertThat(titles(daniel, "?show=emergency")).containsExactly(lost);
        assertThat(titles(daniel, "?show=closed")).isEmpty();
        assertThat(daniel.page("/workstation").body())
                .contains("Open <span class=\"num\">3</span>")
                .contains("In progress <span class=\"num\">1</span>")
                .contains("Emergency <span class=\"num\">1</span>")
                .contains("Waiting for you <span class=\"num\">0</span>")
                .contains("Writes &lt;b&gt;time&lt;/b&gt; out")
                .contains("href=\"" + slow + "\"");
        assertThat(page(sofia, "").body()).contains("Waiting for the customer");
    }

    @Test
    void ticketsAreFoundByWhatTheReaderMaySee() {
        assertThat(titles(daniel, find("数据"))).containsExactly(lost);
        assertThat(titles(daniel, find("FAIL"))).containsExactly(lost);
        assertThat(titles(daniel, find("primary"))).containsExactly(slow);
        assertThat(titles(daniel, find("#" + number(slow)))).containsExactly(slow);
        assertThat(titles(daniel, find("rows") + "&show=closed")).isEmpty();
        assertThat(titles(mei, find("数据"))).isEmpty();
        assertThat(titles(mei, find("primary"))).isEmpty();
        assertThat(titles(mei, find("rows"))).containsExactly(lost);
        assertThat(daniel.page("/workstation" + find("<script>\u0000")).body())
                .contains("No ticket matches")
                .doesNotContain("<script>\u0000");
    }

    @Test
    void filtersLeaveOutTheRest() {
        assertThat(titles(daniel, "?product=Managed+PostgreSQL")).hasSize(3);
        assertThat(titles(daniel, "?product=CDN")).isEmpty();
        assertThat(titles(daniel, "?engineer=" + sofia.person().id().value())).hasSize(3);
        assertThat(titles(daniel, "?engineer=" + daniel.person().id().value())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?show=x&sort=y&after=z&engineer=1&product=",
                "?show=&q=&sort=",
                "?after=9999999999999999999-1-1",
                "?engineer=00000000-0000-0000-0000-00000000000g",
                "?engineer=11111111-1111-1111-1111-111111111111"
            })
    void whatMakesNoSenseIsAsIfItWereNotThere(String query) {
        assertThat(titles(daniel, query)).hasSize(3);
    }

    @Test
    void whoIsNotInATicketsGroupSeesThatThereIsOne() {
        String page = mei.page("/workstation").body();
        assertThat(page)
                .contains("Daniel Okafor can invite you")
                .doesNotContain("href=\"" + slow + "\"")
                .doesNotContain("<span class=\"clamp\">");
    }

    @Test
    void othersFindNothing() {
        for (String tail : List.of("/workstation", "/workstation.csv", "/workstation?q=rows")) {
            assertThat(lena.browser()
                            .get(daniel.path(tail).replace("harbour", "meridian"))
                            .status())
                    .isEqualTo(404);
            assertThat(daniel.browser().get(groupOf(lost) + tail).status()).isEqualTo(404);
            assertThat(daniel.browser().get("/lark/cli_harbour/groups/x" + tail).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theScriptGetsTheListAndTheGroups() {
        Answer pieces = daniel.ask(daniel.path("/workstation?show=new"));
        assertThat(pieces.body()).startsWith("<div id=\"tickets\"").contains("<nav id=\"rail-groups\"");
        assertThat(pieces.body()).doesNotContain("<html");
    }

    @Test
    void theFileHasAllHoweverManyThereAre() {
        GroupId group = SignedIn.groupOf(desk.node(), "cli_meridian");
        CreateTicket createTicket = desk.node().bean(CreateTicket.class);
        for (int i = 1; i <= 501; i++) {
            createTicket.execute(new CreateTicket.Command(
                    group,
                    lena.person().id(),
                    new ClientId(UUID.randomUUID()),
                    Title.parse("One of many " + i),
                    Description.parse("It is slow"),
                    Optional.empty(),
                    Severity.LOW));
        }

        assertThat(lena.page("/workstation.csv").body().split(NEWLINE)).hasSize(502);
    }

    @Test
    void theFileHasTheSameTicketsAndNoFormulas() {
        Answer file = daniel.page("/workstation.csv?sort=number");
        assertThat(file.header("content-type")).startsWith("text/csv; charset=utf-8");
        assertThat(file.header("content-disposition")).startsWith("attachment; filename=\"tickets.csv\"");
        String[] lines = file.body().split(NEWLINE);
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).startsWith("\uFEFFNumber,Title,Product,Status,Emergency,Severity,");
        assertThat(lines[1])
                .startsWith(
                        number(lost) + ",\"Rows are gone, \"\"all\"\" of them\",Managed PostgreSQL,New,yes,Critical,"
                                + "Sofia Lindqvist,Daniel Okafor,20");
        assertThat(lines[3]).startsWith(number(formula) + ",'=cmd|'/c calc'!A1,");
        assertThat(mei.page("/workstation.csv?show=in-progress").body().split(NEWLINE))
                .hasSize(2);
    }
}

package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.ticket.Tickets;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ticket's page and what both sides do to the ticket, without script and with it. */
class TicketsIT {

    private static final List<String> CHANGES = List.of(
            "start", "await-customer", "resume", "resolve", "confirm", "rate", "reopen", "severity", "reassign");

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn mei;
    private static SignedIn lena;
    private static SignedIn sofia;
    private static SignedIn amara;

    private String path;
    private String number;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        amara = SignedIn.to(desk.node(), "cli_alder", "ou_amara");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void openTicket() {
        path = daniel.openTicket("Writes time out");
        number = path.substring(path.lastIndexOf('/') + 1);
    }

    /** The ticket's address as {@code person} has it. */
    private String at(SignedIn person) {
        return (person == sofia || person == amara ? "/lark/cli_alder" : "/lark/cli_harbour") + "/tickets/" + number;
    }

    private Answer page(SignedIn person) {
        return person.browser().get(at(person));
    }

    private String version() {
        return page(daniel).body().replaceAll("(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private Answer change(SignedIn person, String change, String... fields) {
        return person.submit(at(person) + "/" + change, fields(version(), fields));
    }

    private static Map<String, String> fields(String version, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("version", version));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private void done(Answer answer, SignedIn person) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(at(person));
    }

    private String group() {
        return page(daniel).body().replaceAll("(?s).*data-group=\"([^\"]+)\" data-me.*", "$1");
    }

    @Test
    void aTicketHasOneAddressAndItsGroupLeadsThere() {
        Answer led = daniel.browser().get("/lark/cli_harbour/groups/" + group() + "?m=1&to=x");

        assertThat(led.status()).isEqualTo(303);
        assertThat(led.location()).isEqualTo(path + "?m=1&to=x");
        assertThat(page(daniel).status()).isEqualTo(200);
        assertThat(page(sofia).body()).contains("High · Managed PostgreSQL").contains("Start work");
    }

    @Test
    void internalNotesAreTheServiceTeamsAlone() {
        UUID once = UUID.randomUUID();
        Map<String, String> note = Map.of("clientId", once.toString(), "note", "Zanzibar again");
        done(sofia.submit(at(sofia) + "/notes", note), sofia);
        done(sofia.submit(at(sofia) + "/notes", note), sofia);

        assertThat(page(sofia).body().split("Zanzibar", -1)).hasSize(2);
        assertThat(amara.ask(at(amara)).body()).contains("id=\"notes\"", "Zanzibar again");
        String group = "/lark/cli_harbour/groups/" + SignedIn.groupOf(desk.node(), "cli_harbour");
        for (String address : List.of(
                at(daniel),
                at(daniel) + "/timeline",
                at(daniel) + "/timeline.json",
                group,
                group + "/workstation",
                group + "/workstation?q=Zanzibar",
                group + "/workstation.csv")) {
            assertThat(daniel.browser().get(address).body())
                    .as(address)
                    .doesNotContain("Zanzibar again", "Internal notes");
            assertThat(daniel.ask(address).body()).as(address).doesNotContain("Zanzibar again", "Internal notes");
        }
        assertThat(daniel.ask(group + "/workstation?q=writes").body()).contains("class=\"ti\"");
        assertThat(daniel.ask(group + "/workstation?q=Zanzibar").body()).doesNotContain("class=\"ti\"");
        assertThat(daniel.submit(at(daniel) + "/notes", Map.of("clientId", once.toString(), "note", "Mine"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void noTwoElementsOfAPageHaveTheSameId() {
        for (SignedIn person : List.of(daniel, sofia)) {
            assertThat(Pattern.compile(" id=\"([^\"]+)\"")
                            .matcher(page(person).body())
                            .results()
                            .map(found -> found.group(1)))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "%231", "01", "999999999999999999999", "99999999", "1e3", "%202"})
    void whatIsNoTicketOfTheVisitorsIsNotThere(String other) {
        for (String tail : List.of("", "/timeline", "/timeline.json")) {
            assertThat(daniel.browser()
                            .get("/lark/cli_harbour/tickets/" + other + tail)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(daniel.submit("/lark/cli_harbour/tickets/" + other + "/start", fields("1"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void toThoseWhoHaveNothingToDoWithItATicketDoesNotExist() {
        for (String tail : List.of("", "/timeline", "/timeline.json")) {
            assertThat(lena.browser()
                            .get("/lark/cli_meridian/tickets/" + number + tail)
                            .status())
                    .isEqualTo(404);
            Answer colleague = mei.browser().get(at(mei) + tail);
            assertThat(colleague.status()).isEqualTo(404);
            assertThat(colleague.body()).doesNotContain("Writes");
        }
        for (String change : CHANGES) {
            for (SignedIn stranger : List.of(lena, mei)) {
                String app = stranger == lena ? "/lark/cli_meridian" : "/lark/cli_harbour";
                Answer answer = stranger.submit(
                        app + "/tickets/" + number + "/" + change,
                        fields("1", "resolution", "x", "stars", "5", "severity", "LOW"));
                assertThat(answer.status()).as(change).isEqualTo(404);
            }
        }
        assertThat(version()).isEqualTo("1");
    }

    @Test
    void theLifeOfATicketByFormsAlone() {
        done(change(sofia, "start"), sofia);
        assertThat(page(daniel).body()).contains("<span class=\"tag prog\">In progress</span>");
        done(change(sofia, "await-customer"), sofia);
        assertThat(page(daniel).body()).contains("Waiting for you");
        done(change(sofia, "resume"), sofia);
        done(change(sofia, "resolve", "resolution", "Ended  the\ntransaction"), sofia);
        assertThat(page(daniel).body())
                .contains("Resolved: <b>Ended the transaction</b> Does it work?")
                .contains("Yes, close");
        done(change(daniel, "reopen"), daniel);
        done(change(sofia, "resolve", "resolution", "Ended it"), sofia);
        done(change(daniel, "confirm"), daniel);
        assertThat(page(daniel).body()).contains("This ticket is closed.").contains("novalidate hidden>");
        done(change(daniel, "rate", "stars", "4", "word", "quick"), daniel);
        assertThat(page(sofia).body())
                .contains("4 of 5")
                .contains("Daniel Okafor rated it 4 of 5: quick")
                .contains("<b>Daniel Okafor</b> rated it 4 of 5: quick");
        done(change(daniel, "reopen"), daniel);
        assertThat(page(daniel).body()).doesNotContain("novalidate hidden>").doesNotContain("4 of 5:  ");
    }

    /** The page that answers a form has the form's address, deeper than the group's own. */
    @Test
    void linesLeadToTicketsFromThePageThatRefusesAMessageToo() {
        Answer refused = daniel.submit(daniel.path("/messages"), SignedIn.message(" "));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<a href=\"" + path + "\">#" + number)
                .doesNotContain("=\"..");
    }

    @Test
    void nobodyIsAddedToTheGroupOfAClosedTicket() {
        change(sofia, "resolve", "resolution", "Ended it");
        String invites = "/lark/cli_harbour/groups/" + group() + "/invites";
        String members = "/lark/cli_harbour/groups/" + group() + "/members";
        assertThat(daniel.browser().get(members).body()).contains("href=\"" + invites + "\"");
        done(change(daniel, "confirm"), daniel);

        assertThat(daniel.browser().get(members).body()).doesNotContain(invites);
        assertThat(daniel.browser().get(invites).body())
                .contains("Reopen the ticket to add people")
                .doesNotContain("name=\"limit\"");
        Answer page = daniel.submit(invites, Map.of("limit", ""));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.title()).isEqualTo("This ticket is closed");
        Answer piece = daniel.send(invites, Map.of("limit", ""));
        assertThat(piece.status()).isEqualTo(409);
        assertThat(piece.body()).contains("Reopen the ticket to add people").doesNotContain("inviteToGroup?code=");
        Answer problem = daniel.browser().post(invites, Map.of("limit", "", "_csrf", daniel.csrf()), "Accept", "*/*");
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.body()).contains("nobodyComes").contains("Reopen the ticket to add people");
    }

    @Test
    void aTicketIsHandedOverAndWeighed() {
        done(change(sofia, "reassign", "person", amara.person().id().value().toString()), sofia);
        done(change(daniel, "severity", "severity", "CRITICAL"), daniel);

        assertThat(page(amara).body())
                .contains("Engineer Amara Diallo")
                .contains("Critical · Managed PostgreSQL")
                .contains("Severity set to Critical by Daniel Okafor");
    }

    @ParameterizedTest
    @CsvSource({
        "resolve, resolution, '', Say in one line",
        "resolve, resolution, ' \u0000\u202e ', Say in one line",
        "resolve, resolution, TOO_LONG:1001, 'The line can have up to 1,000 characters'",
        "severity, severity, WORST, Choose a severity",
        "reassign, person, nobody, Choose somebody of the service team",
        "reassign, person, 00000000-0000-0000-0000-000000000000, Choose somebody of the service team"
    })
    void whatStaffCannotMeanIsSaidBesideTheFieldAndKept(String change, String field, String value, String words) {
        String sent = value.startsWith("TOO_LONG:") ? "x".repeat(Integer.parseInt(value.substring(9))) : value;
        Answer page = change(sofia, change, field, sent);
        Answer piece = sofia.send(at(sofia) + "/" + change, fields(version(), field, sent));

        for (Answer answer : List.of(page, piece)) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("id=\"" + field + "-problem\"").contains(words);
        }
        assertThat(page.body()).contains("<html");
        assertThat(piece.body()).doesNotContain("<html");
        if (sent.startsWith("x")) {
            assertThat(page.body()).contains(">" + sent + "</textarea>");
        }
        assertThat(version()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', fine, stars",
        "0, fine, stars",
        "6, fine, stars",
        "five, fine, stars",
        "99999999999999999, fine, stars",
        "5, TOO_LONG:501, word"
    })
    void aRatingThatIsNoneIsRefused(String stars, String word, String wrong) {
        String sent = word.startsWith("TOO_LONG:") ? "x".repeat(501) : word;
        change(sofia, "resolve", "resolution", "Done");
        change(daniel, "confirm");

        Answer refused = change(daniel, "rate", "stars", stars, "word", sent);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"" + wrong + "-problem\"").contains("value=\"" + sent + "\"");
    }

    @Test
    void whoSawAnotherVersionIsShownThePresentOne() {
        done(change(sofia, "start"), sofia);

        Answer page = sofia.submit(at(sofia) + "/resolve", fields("1", "resolution", "My long answer"));
        Answer piece = daniel.send(at(daniel) + "/severity", fields("1", "severity", "LOW"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("Somebody changed the ticket a moment before you.")
                .contains(">My long answer</textarea>")
                .contains("<span class=\"tag prog\">In progress</span>");
        assertThat(piece.status()).isEqualTo(409);
        assertThat(piece.body()).startsWith("<div").contains("id=\"facts\"").doesNotContain("<html");
        assertThat(version()).isEqualTo("2");
    }

    @Test
    void whatCannotBeDoneOrIsForTheOtherSideIsNotDone() {
        assertThat(change(sofia, "resume").status()).isEqualTo(409);
        assertThat(change(daniel, "confirm").status()).isEqualTo(409);
        assertThat(change(daniel, "resolve", "resolution", "mine").status()).isEqualTo(403);
        assertThat(change(daniel, "reassign", "person", UUID.randomUUID().toString())
                        .status())
                .isEqualTo(403);
        assertThat(change(sofia, "rate", "stars", "5").status()).isEqualTo(403);
        assertThat(change(sofia, "dance").status()).isEqualTo(404);
        assertThat(sofia.submit(at(sofia) + "/start", Map.of()).status()).isEqualTo(400);
        assertThat(sofia.submit(at(sofia) + "/start", fields("one")).status()).isEqualTo(400);
        assertThat(sofia.browser().post(at(sofia) + "/start", fields("1")).status())
                .isEqualTo(403);
        assertThat(version()).isEqualTo("1");
    }

    @Test
    void nothingIsPostedAboutAClosedTicket() {
        change(sofia, "resolve", "resolution", "Done");
        String messages = "/lark/cli_harbour/groups/" + group() + "/messages";
        assertThat(daniel.send(messages, SignedIn.message("thanks")).status()).isEqualTo(200);
        change(daniel, "confirm");

        Answer script = daniel.send(messages, SignedIn.message("one more thing"));
        Answer form = daniel.submit(messages, SignedIn.message("one more thing"));

        assertThat(script.status()).isEqualTo(409);
        assertThat(script.body()).contains("reopen the ticket to go on");
        assertThat(form.status()).isEqualTo(409);
        assertThat(form.title()).isEqualTo("This ticket is closed");
        assertThat(page(daniel).body()).doesNotContain("one more thing");
        assertThat(daniel.ask("/lark/cli_harbour/events?group=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theListHasTheTicketUntilItIsClosed() {
        String entry = "href=\"/lark/cli_harbour/tickets/" + number + "\"";
        assertThat(daniel.ask(daniel.path("")).body())
                .startsWith("<nav id=\"rail-groups\"")
                .contains(entry);
        change(sofia, "resolve", "resolution", "Done");
        assertThat(daniel.ask(daniel.path("")).body()).contains("#" + number + " · Resolved");
        change(daniel, "confirm");

        assertThat(daniel.ask(daniel.path("")).body()).doesNotContain(entry);
        assertThat(page(daniel).body()).contains(entry).contains("#" + number + " · Closed");
    }

    @Test
    void whenItIsClosedNothingInItsGroupIsChangedAndNobodyComes() {
        String group = daniel.path(ticket(), "");
        long seq = SignedIn.seq(daniel.send(group + "/messages", SignedIn.message("since 13:40")));
        String code = code(daniel.submit(group + "/invites", Map.of("limit", "")));
        done(change(sofia, "resolve", "resolution", "Done"), sofia);
        done(change(daniel, "confirm"), daniel);

        for (Answer refused : List.of(
                daniel.submit(group + "/messages/" + seq, Map.of("body", "since 13:20")),
                daniel.send(group + "/messages/" + seq, Map.of("body", "since 13:20")),
                daniel.submit(group + "/messages/" + seq + "/delete", Map.of()))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("This ticket is closed");
        }
        assertThat(page(daniel).body()).contains("since 13:40").doesNotContain("since 13:20");
        String link = "/lark/cli_harbour/person/inviteToGroup";
        for (Answer refused :
                List.of(mei.browser().get(link + "?code=" + code), mei.submit(link, Map.of("code", code)))) {
            assertThat(refused.status()).isEqualTo(410);
            assertThat(refused.title()).isEqualTo("This ticket is closed");
            assertThat(refused.body()).contains("Open service group").contains("href=\"" + mei.path("") + "\"");
        }
        assertThat(page(mei).status()).isEqualTo(404);
    }

    @Test
    void anActiveEmergencyIsEndedBeforeTheTicketIsResolved() {
        daniel.submit(
                at(daniel) + "/emergency",
                Map.of(
                        "reason",
                        "DATA_LOSS",
                        "impact",
                        "",
                        "clientId",
                        UUID.randomUUID().toString()));

        long seen = desk.node().bean(Tickets.class).find(ticket()).orElseThrow().version();
        Answer refused =
                sofia.submit(at(sofia) + "/resolve", fields(Long.toString(seen), "resolution", "Turned it off"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("End the Emergency first").contains("Turned it off");
        assertThat(page(daniel).body()).doesNotContain("resolved it");
    }

    private GroupId ticket() {
        return desk.node()
                .bean(Tickets.class)
                .findByNumber(new TicketNumber(Long.parseLong(number)))
                .orElseThrow()
                .id();
    }

    private static String code(Answer made) {
        return made.body().replaceAll("(?s).*inviteToGroup\\?code=([A-Za-z0-9_-]+).*", "$1");
    }

    @Test
    void theTimelineIsReadAndDownloaded() throws IOException {
        change(sofia, "start");
        Answer page = daniel.browser().get(path + "/timeline");
        Answer file = daniel.browser().get(path + "/timeline.json");
        JsonNode json = new ObjectMapper().readTree(file.body());

        assertThat(page.body())
                .contains("Created by Daniel Okafor, severity High")
                .contains("Work started by Sofia Lindqvist")
                .contains(json.get("end").asText());
        assertThat(file.header("Content-Type")).startsWith("application/json");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"ticket-" + number + "-timeline.json\"");
        assertThat(json.get("entries")).hasSize(3);
        assertThat(json.get("people").findValuesAsText("name")).contains("Daniel Okafor", "Sofia Lindqvist");
        assertThat(json.toString()).doesNotContain("ou_daniel");
    }
}

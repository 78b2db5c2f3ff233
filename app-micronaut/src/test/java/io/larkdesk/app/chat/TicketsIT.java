package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ticket's page and what both sides do to the ticket, without script and with it. */
class TicketsIT extends OneTicket {

    private static final List<String> CHANGES = List.of(
            "start", "await-customer", "resume", "resolve", "confirm", "rate", "reopen", "severity", "reassign");

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
        "resolve, resolution, ' \u0007\u202e ', Say in one line",
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

package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.ticket.Tickets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody can do to a ticket, nor in its group, once it is closed; and what keeps it from being closed. */
class ClosedTicketsIT extends OneTicket {

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
}

package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing, changing and taking back, with and without script. */
class WriteIT {

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn mei;
    private static SignedIn sofia;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void theScriptGetsTheMessageAsEverybodyGetsIt() {
        Answer answer = daniel.say("Good <morning>\nall");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Vary")).contains("X-Fragment");
        assertThat(answer.body())
                .startsWith("<li id=\"m-" + SignedIn.seq(answer) + "\" class=\"msg\"")
                .contains("Good &lt;morning&gt;\nall")
                .contains("<b>" + daniel.person().name() + "</b>");
    }

    @Test
    void sentAgainItIsStillOneMessage() {
        Map<String, String> form = SignedIn.message("once");
        Answer first = daniel.send(daniel.path("/messages"), form);
        Answer again = daniel.send(daniel.path("/messages"), form);
        Answer next = daniel.say("next");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(SignedIn.seq(next)).isEqualTo(SignedIn.seq(first) + 1);
    }

    @Test
    void mentionedPeopleGoByTheirNamesFromBothSides() {
        Answer answer = daniel.say(
                "<@" + sofia.person().id() + "> and <@" + mei.person().id() + ">, look");

        assertThat(answer.body())
                .contains("@" + sofia.person().name())
                .contains("@" + mei.person().name())
                .contains("data-mentions=\"" + sofia.person().id() + " "
                        + mei.person().id() + "\"");
    }

    @Test
    void withoutScriptOneIsLedToTheMessage() {
        Answer answer = daniel.submit(daniel.path("/messages"), SignedIn.message("by form"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).matches(daniel.path("\\?m=(\\d+)#m-\\1"));
        assertThat(daniel.browser().get(answer.location().replaceAll("#.*", "")).body())
                .contains("by form");
    }

    @ParameterizedTest
    @CsvSource({"'  ',EMPTY", "'\u0000',NOT_TEXT"})
    void theScriptIsToldWhatIsWrong(String body, String problem) {
        Answer answer = daniel.say(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"problem\":\"" + problem + "\"");
    }

    @Test
    void withoutScriptThePageComesBackWithWhatWasWritten() {
        String tooLong = "<b>x".repeat(2_001);
        Answer answer = daniel.submit(daniel.path("/messages"), SignedIn.message(tooLong));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(">Harbour Retail Group × Alder Cloud</h1>")
                .contains("id=\"body-problem\"")
                .contains("A message can have up to 8,000 characters")
                .contains("&lt;b&gt;x".repeat(2_001));
    }

    @Test
    void aMessageWithoutAnIdOfTheBrowserMakesNoSense() {
        assertThat(daniel.send(daniel.path("/messages"), Map.of("body", "hi")).status())
                .isEqualTo(400);
        assertThat(daniel.send(daniel.path("/messages"), Map.of("clientId", "1", "body", "hi"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void withoutScriptMentionsAreChangedByName() throws IOException {
        String sofia = new ObjectMapper()
                .readTree(daniel.ask(daniel.path("/people")).body())
                .get(1)
                .path("id")
                .asText();
        long seq = SignedIn.seq(daniel.say("<@" + sofia + "> first"));

        assertThat(daniel.page("?edit=" + seq).body())
                .contains(">@Sofia Lindqvist first</textarea>")
                .contains("name=\"calls\" value=\"" + sofia + "=Sofia Lindqvist\"");
        Map<String, String> changed = Map.of("body", "@Sofia Lindqvist second", "calls", sofia + "=Sofia Lindqvist");
        assertThat(daniel.send(daniel.path("/messages/" + seq), changed).body())
                .contains("data-person=\"" + sofia + "\"")
                .contains("second");
    }

    @Test
    void anAuthorChangesAndTakesBack() {
        long seq = SignedIn.seq(daniel.say("first"));
        String path = daniel.path("/messages/" + seq);

        assertThat(daniel.page("?edit=" + seq).body())
                .contains("<form class=\"edit\"")
                .contains(">first</textarea>");
        assertThat(daniel.send(path, Map.of("body", "second")).body())
                .contains("second")
                .contains("(edited)");
        assertThat(daniel.send(path, Map.of("body", "")).status()).isEqualTo(422);
        Answer refused = daniel.submit(path, Map.of("body", "\u0000"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"edit-problem\"");
        Answer submitted = daniel.submit(path, Map.of("body", "tertium"));
        assertThat(submitted.location()).isEqualTo(daniel.path("?m=" + seq + "#m-" + seq));

        assertThat(daniel.send(path + "/delete", Map.of()).body()).contains("Message deleted");
        assertThat(daniel.send(path, Map.of("body", "too late")).status()).isEqualTo(404);
        assertThat(daniel.page("?m=" + seq).body()).doesNotContain("tertium");
    }

    @Test
    void ofOthersWordsNobodyChangesAnything() {
        long seq = SignedIn.seq(daniel.say("mine"));

        assertThat(mei.send(mei.path("/messages/" + seq), Map.of("body", "yours"))
                        .status())
                .isEqualTo(404);
        assertThat(mei.send(mei.path("/messages/" + seq + "/delete"), Map.of()).status())
                .isEqualTo(404);
        assertThat(mei.submit(mei.path("/messages/" + seq + "/delete"), Map.of())
                        .title())
                .isEqualTo("Nothing here for you");
        assertThat(mei.page("?m=" + seq).body()).contains("mine");
    }

    @Test
    void withoutTheSessionsProofNothingIsTaken() {
        Answer answer = daniel.browser()
                .post(daniel.path("/messages"), SignedIn.message("forged"), "X-Fragment", "1", "Accept", "*/*");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(daniel.page("").body()).doesNotContain("forged");
    }
}

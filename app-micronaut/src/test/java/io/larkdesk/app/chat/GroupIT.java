package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.LeaveGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages of a group, and what they ask for. */
class GroupIT {

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
    void aMembersPageShowsGroupTamAndRail() {
        Answer page = daniel.page("");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(">Harbour Retail Group × Alder Cloud</h1>")
                .contains("Enterprise")
                .contains("TAM Sofia Lindqvist")
                .contains("data-me=\"" + daniel.person().id() + "\"")
                .contains("by Alder Cloud");
    }

    @Test
    void staffSeeTheGroupsThatTheyServeThroughTheProvidersApp() {
        Answer page = sofia.browser().get(sofia.path(harbour(), ""));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(">Harbour Retail Group × Alder Cloud</h1>")
                .contains("Meridian Labs × Alder Cloud")
                .doesNotContain("TAM Sofia");
    }

    @Test
    void theComposerCanCallTheTam() {
        String tam = sofia.person().id().toString();

        assertThat(daniel.page("?to=" + tam).body())
                .contains(">@Sofia Lindqvist </textarea>")
                .contains("name=\"calls\" value=\"" + tam + "=Sofia Lindqvist\"");
        assertThat(daniel.page("?to=nobody").body()).contains("></textarea>");
    }

    @Test
    void staffComeToTheGroupThatNeedsThem() {
        mei.say("<@" + sofia.person().id() + "> help");

        assertThat(sofia.browser().get("/lark/cli_alder/workbench").location()).isEqualTo(sofia.path(harbour(), ""));
    }

    @Test
    void longConversationsAreTurnedPageByPage() {
        List<Long> said = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            said.add(SignedIn.seq(mei.say("message " + i)));
        }
        long last = said.get(59);

        Answer older = daniel.ask(daniel.path("/messages?before=" + last));
        Answer first = daniel.ask(daniel.path("/messages?before=2"));
        Answer newer = daniel.ask(daniel.path("/messages?after=" + (last - 55)));
        Answer newest = daniel.ask(daniel.path("/messages?after=" + (last - 50)));

        assertThat(older.header("X-More")).isEqualTo("true");
        assertThat(older.body().split("<li ", -1)).hasSize(51);
        assertThat(older.body()).contains("message 58").doesNotContain("message 59");
        assertThat(first.header("X-More")).isEqualTo("false");
        assertThat(newer.header("X-More")).isEqualTo("true");
        assertThat(newest.header("X-More")).isEqualTo("false");
        assertThat(newest.body()).contains("message 59");
        assertThat(daniel.page("?m=" + (last - 40)).body())
                .contains("id=\"newer\"><a")
                .contains("opened");
        assertThat(daniel.ask(daniel.path("/messages")).status()).isEqualTo(400);
        assertThat(daniel.ask(daniel.path("/messages?before=x")).status()).isEqualTo(400);
    }

    @Test
    void peopleAreListedForMentionsWithoutTheAsker() throws Exception {
        Answer answer = daniel.ask(daniel.path("/people"));
        JsonNode people = new ObjectMapper().readTree(answer.body());

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(people.findValuesAsText("name"))
                .startsWith("Amara Diallo", "Sofia Lindqvist", "Tomás Ferreira")
                .doesNotContain(daniel.person().name().value());
        JsonNode first = people.get(0);
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "name", "latinName", "side", "initials", "hue", "avatar", "keys");
        assertThat(first.get("side").asText()).isEqualTo("SERVICE_TEAM");
        assertThat(first.get("latinName").isNull()).isTrue();
        assertThat(first.get("keys").get(0).asText()).isEqualTo("amara diallo");
    }

    @Test
    void readingIsNoted() {
        long seq = SignedIn.seq(mei.say("read me"));
        String path = daniel.path("/read");

        assertThat(daniel.send(path, Map.of("upTo", "" + seq, "looking", "true"))
                        .status())
                .isEqualTo(204);
        assertThat(desk.node()
                        .bean(ReadCursors.class)
                        .get(harbour(), daniel.person().id()))
                .isEqualTo(seq);
        assertThat(daniel.submit(path, Map.of("upTo", "0", "looking", "false")).status())
                .isEqualTo(204);
        assertThat(daniel.send(path, Map.of("upTo", "-1")).status()).isEqualTo(400);
        assertThat(daniel.send(path, Map.of("looking", "true")).status()).isEqualTo(400);
    }

    @Test
    void anAuthorSeesWhoHasRead() {
        long seq = SignedIn.seq(mei.say("who reads me?"));
        daniel.send(daniel.path("/read"), Map.of("upTo", "" + seq, "looking", "false"));
        String path = mei.path("/messages/" + seq + "/readers");

        assertThat(mei.ask(path).body())
                .startsWith("<div class=\"readers\">")
                .contains("Read by 1 person")
                .contains(daniel.person().name().value());
        assertThat(mei.browser().get(path).body()).contains("<!doctype html>").contains("?m=" + seq + "#m-" + seq);
        assertThat(daniel.ask(path).status()).isEqualTo(404);
    }

    @Test
    void whoLeftTheGroupIsToldOnTheWayIn() {
        SignedIn leaver = SignedIn.to(desk.node(), "cli_harbour", "ou_xiaoming");
        desk.node().bean(LeaveGroup.class).execute(harbour(), leaver.person().id());

        assertThat(leaver.page("").title()).isEqualTo("Nothing here for you");
        Answer workbench = leaver.browser().get("/lark/cli_harbour/workbench");
        assertThat(workbench.status()).isEqualTo(200);
        assertThat(workbench.title()).isEqualTo("You are not in a group yet");
    }

    @Test
    void whoIsNotSignedInIsSentToSignInOrToldTo() {
        TestBrowser stranger = new TestBrowser(desk.node());

        assertThat(stranger.get(daniel.path("")).location()).startsWith("/thirdparty/lark/cli_harbour/login?next=");
        assertThat(stranger.get(daniel.path("/people"), "X-Fragment", "1").status())
                .isEqualTo(401);
    }

    private static GroupId harbour() {
        return SignedIn.groupOf(desk.node(), "cli_harbour");
    }
}

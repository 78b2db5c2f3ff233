package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 6: what is not yours does not exist, and nothing tells a foreign group from one that never was. */
class IsolationIT {

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn lena;
    private static SignedIn tomas;
    private static long secret;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        tomas = SignedIn.to(desk.node(), "cli_alder", "ou_tomas");
        secret = SignedIn.seq(lena.say("meridian's secret"));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Stream<String> reading() {
        return Stream.of(
                "",
                "?m=1",
                "?edit=1",
                "/people",
                "/messages?before=100",
                "/messages?after=0",
                "/messages/SEQ/readers",
                "/members",
                "/members?side=team&q=a",
                "/members/PERSON/remove",
                "/leave",
                "/invites",
                "/invites/PERSON/revoke",
                "/tickets/new");
    }

    private static Stream<String> writing() {
        return Stream.of(
                "/messages",
                "/messages/SEQ",
                "/messages/SEQ/delete",
                "/read",
                "/members/PERSON/remove",
                "/leave",
                "/invites",
                "/invites/PERSON/revoke",
                "/tickets");
    }

    @ParameterizedTest
    @MethodSource("reading")
    void nothingOfAForeignGroupIsShown(String tail) {
        for (SignedIn stranger : List.of(daniel, tomas)) {
            List<String> answers = new ArrayList<>();
            for (GroupId group : List.of(meridian(), unknown())) {
                Answer asked = stranger.ask(stranger.path(group, filled(tail)));
                Answer page = stranger.browser().get(stranger.path(group, filled(tail)));
                assertThat(asked.status()).isEqualTo(404);
                assertThat(page.status()).isEqualTo(404);
                assertThat(page.title()).isEqualTo("Nothing here for you");
                answers.add(withoutReference(asked));
            }
            assertThat(answers.get(0)).isEqualTo(answers.get(1)).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @MethodSource("writing")
    void nothingOfAForeignGroupIsChanged(String tail) {
        Map<String, String> form =
                Map.of("clientId", UUID.randomUUID().toString(), "body", "intruder", "upTo", "1", "looking", "true");
        for (SignedIn stranger : List.of(daniel, tomas)) {
            List<String> answers = new ArrayList<>();
            for (GroupId group : List.of(meridian(), unknown())) {
                Answer sent = stranger.send(stranger.path(group, filled(tail)), form);
                assertThat(sent.status()).isEqualTo(404);
                answers.add(withoutReference(sent));
            }
            assertThat(answers.get(0)).isEqualTo(answers.get(1));
        }
        assertThat(lena.page("").body())
                .contains("meridian&#39;s secret".replace("&#39;", "'"))
                .doesNotContain("intruder");
    }

    @ParameterizedTest
    @MethodSource("reading")
    void throughAnotherTenantsAppOneIsAStranger(String tail) {
        String foreign = "/lark/cli_meridian/groups/" + meridian() + filled(tail);

        assertThat(daniel.ask(foreign).status()).isEqualTo(401);
        assertThat(daniel.browser().get(foreign).location()).startsWith("/thirdparty/lark/cli_meridian/login");
    }

    @ParameterizedTest
    @MethodSource("reading")
    void whatIsNoGroupIsNotThere(String tail) {
        for (String group : List.of("x", "A".repeat(43), "A".repeat(44), meridian() + "A", "%2e%2e")) {
            Answer answer = daniel.ask("/lark/cli_harbour/groups/" + group + filled(tail));

            assertThat(answer.status()).isEqualTo(404);
        }
    }

    private static String filled(String tail) {
        return tail.replace("SEQ", "" + secret)
                .replace("PERSON", lena.person().id().toString());
    }

    private static GroupId meridian() {
        return SignedIn.groupOf(desk.node(), "cli_meridian");
    }

    private static GroupId unknown() {
        return new GroupId(new TenantId(UUID.randomUUID()), UUID.randomUUID());
    }

    private static String withoutReference(Answer answer) {
        return answer.body().replaceAll("\"reference\":\"[^\"]*\"", "");
    }
}

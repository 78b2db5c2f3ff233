package io.larkdesk.app.console.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of reminders in the console: who sees it, what it says, and how what Lark refused is sent again. */
class RemindersIT {

    private static final String LOG = "/console/reminders";
    private static final Pattern MENTION = Pattern.compile("name=\"mention\" value=\"([^\"]+)\"");
    private static final String SECRET = "sesame";

    private static RunningDesk desk;
    private static SignedIn ines;
    private static SignedIn sofia;
    private static SignedIn amara;
    private static SignedIn daniel;
    private static SignedIn mei;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        sofia = SignedIn.toConsole(desk.node(), "ou_sofia");
        amara = SignedIn.toConsole(desk.node(), "ou_amara");
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String log(String asked) {
        Answer answer = sofia.browser().get(LOG + asked);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static void available(String whom) {
        desk.control("/sandbox/apps", "{\"app_id\": \"cli_harbour\", \"available_to\": " + whom + "}");
    }

    private static String at(SignedIn person) {
        return "<@" + person.person().id().value() + ">";
    }

    private static String of(SignedIn person) {
        PersonId id = person.person().id();
        return id.tenant() + "." + id.value();
    }

    @Test
    void whatLarkRefusedIsSentAgainOnceAndComes() {
        available("[\"ou_daniel\"]");
        try {
            daniel.say(at(mei) + " " + SECRET);
            await().until(() -> log("?outcome=FAILED&person=" + of(mei)).contains("Send again"));
        } finally {
            available("\"all\"");
        }
        String page = log("?outcome=FAILED");
        assertThat(page)
                .contains("Mei Tanaka", "Daniel Okafor", "Harbour Retail", "Lark could not reach the person")
                .doesNotContain(SECRET);
        assertThat(reached()).isZero();
        Matcher mention = MENTION.matcher(page);
        assertThat(mention.find()).isTrue();
        Map<String, String> form = Map.of("mention", mention.group(1));
        assertThat(amara.submit(LOG + "/again", form).status()).isEqualTo(404);
        assertThat(log("?outcome=FAILED")).contains("Send again");

        Answer again = sofia.submit(LOG + "/again?outcome=FAILED", form);

        assertThat(again.location()).isEqualTo(LOG + "?outcome=FAILED&told=again");
        assertThat(sofia.browser().get(again.location()).body()).contains("The mention waits again");
        await().until(() -> log("?outcome=DELIVERED&person=" + of(mei)).contains("alone, "));
        assertThat(reached()).isEqualTo(1);
        assertThat(sofia.submit(LOG + "/again", form).location()).isEqualTo(LOG + "?told=meanwhile");
        assertThat(log("?told=meanwhile")).contains("does not stand as failed any more");
        assertThat(log("?outcome=FAILED")).doesNotContain("Send again").contains("Nothing matches");
    }

    /** How many cards have come to Mei in Lark that tell of it. */
    private static long reached() {
        String messages = desk.ask("/sandbox/messages?app_id=cli_harbour&open_id=ou_mei");
        return Arrays.stream(messages.split("\"message_id\"", -1))
                .filter(message -> message.contains(SECRET))
                .count();
    }

    @Test
    void aTicketsMentionsLeadToTheTicket() {
        String number = daniel.openTicket("Orders are late").replaceAll(".*/", "");

        await().until(() -> log("?ticket=" + number).contains("Orders are late"));

        assertThat(log("?ticket=%23" + number))
                .contains("href=\"/lark/cli_alder/tickets/" + number + "?m=", "The desk")
                .doesNotContain("Since 13:40");
        assertThat(log("?ticket=999999")).contains("Nothing matches");
    }

    @Test
    void engineersFindNothingAndAdministratorsAll() {
        assertThat(amara.browser().get(LOG).status()).isEqualTo(404);
        assertThat(amara.browser().get("/console/queue").body()).doesNotContain(LOG);
        assertThat(ines.browser().get(LOG).body()).contains("Meridian Labs", "Harbour Retail Group");
    }

    @Test
    void whatIsNoFilterIsLeftOut() {
        for (String asked : List.of(
                "?tenant=x&person=y&ticket=z&outcome=w&from=v&until=u&after=t&told=s",
                "?person=" + new UUID(1, 2) + "." + new UUID(3, 4) + "&after=1.2.3.4.5",
                "?from=9999-99-99&ticket=0")) {
            assertThat(sofia.browser().get(LOG + asked).status()).as(asked).isEqualTo(200);
        }
        assertThat(log("?until=2020-01-01")).contains("Nothing matches");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.2.3.4", "....", "\u0000", "\u202E"})
    void whatIsNoMentionIsRefused(String mention) {
        assertThat(ines.submit(LOG + "/again", Map.of("mention", mention)).status())
                .isEqualTo(400);
        assertThat(ines.submit(LOG + "/again", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void aMentionThatNeverWasIsNotThere() {
        String group = SignedIn.groupOf(desk.node(), "cli_harbour").toString();
        String nobody = new TenantId(new UUID(1, 2)) + "." + new UUID(3, 4);
        assertThat(ines.submit(LOG + "/again", Map.of("mention", group + ".1." + nobody))
                        .status())
                .isEqualTo(404);
    }
}

package io.larkdesk.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Add people, and where a link leads. */
class InvitesIT {

    private static final String LANDING = "/lark/cli_harbour/person/inviteToGroup";
    private static final Pattern LINK = Pattern.compile("inviteToGroup\\?code=([A-Za-z0-9_-]{32})<");
    private static final Pattern REVOCATION = Pattern.compile("/invites/([0-9a-f-]{36})/revoke");

    private RunningDesk desk;
    private SignedIn daniel;
    private SignedIn mei;

    @BeforeEach
    void start() {
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        mei.submit(mei.path("/leave"), Map.of());
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void aLinkIsShownOnceAndThenOnlyItsEnd() {
        Answer made = daniel.submit(daniel.path("/invites"), Map.of("limit", "5"));
        String code = code(made);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body())
                .contains(desk.node().url() + LANDING + "?code=" + code)
                .contains("tomorrow")
                .contains("(in 24 h 0 min)")
                .contains("5 people");
        assertThat(daniel.page("/invites").body())
                .contains("by you, today")
                .contains("0 of 5 joined")
                .doesNotContain(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "two", "1.5", "99999999999999999999", "\u202e5"})
    void whatIsNoLimitIsRefusedAndKept(String limit) {
        Answer refused = daniel.submit(daniel.path("/invites"), Map.of("limit", limit));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Give a number from 1 to 1,000")
                .contains("aria-invalid=\"true\"")
                .contains("value=\"" + limit + "\"")
                .doesNotContain("Valid links");
    }

    @Test
    void aColleagueSeesWhoInvitesAndJoinsByTheButtonOnly() {
        String code = code(make());
        Answer page = mei.browser().get(LANDING + "?code=" + code);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.title()).isEqualTo("Daniel Okafor invites you");
        assertThat(page.body())
                .contains("Harbour Retail Group × Alder Cloud")
                .contains("1 colleague, 3 of the service team")
                .contains("Mei Tanaka, Harbour Retail Group");
        assertThat(mei.page("").status()).isEqualTo(404);

        Answer joined = mei.submit(LANDING, Map.of("code", code));
        Answer again = mei.submit(LANDING, Map.of("code", code));

        assertThat(joined.status()).isEqualTo(303);
        assertThat(joined.location()).isEqualTo(mei.path(""));
        assertThat(again.location()).isEqualTo(mei.path(""));
        assertThat(daniel.page("").body())
                .containsOnlyOnce("<b>Mei Tanaka</b> joined by an invite of <b>Daniel Okafor</b>");
        assertThat(daniel.page("/members").body()).contains("joined today, invited by you");
        assertThat(daniel.page("/invites").body()).contains("1 joined").contains("Mei Tanaka");
        Answer already = mei.browser().get(LANDING + "?code=" + code);
        assertThat(already.status()).isEqualTo(200);
        assertThat(already.title()).isEqualTo("You are already in");
        assertThat(already.body()).contains("href=\"" + mei.path("") + "\"");
    }

    @Test
    void whoIsNotSignedInComesBackToTheLinkAfterwards() {
        String code = code(make());
        TestBrowser stranger = new TestBrowser(desk.node());

        Answer sent = stranger.get(LANDING + "?code=" + code);

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location())
                .isEqualTo(
                        "/thirdparty/lark/cli_harbour/login?next=%2Flark%2Fcli_harbour%2Fperson%2FinviteToGroup%3Fcode%3D"
                                + code);
    }

    @Test
    void anExpiredLinkSaysSoAndWhomToAsk() throws SQLException {
        String code = code(make());
        run("update invite set issued_at = issued_at - interval '25 h', expires_at = now()");

        refused(mei, code, 410, "This link has expired", "Daniel Okafor");
        assertThat(daniel.page("/invites").body()).doesNotContain("Valid links");
    }

    @Test
    void aRevokedLinkSaysSo() {
        Answer made = make();
        Matcher revocation = REVOCATION.matcher(made.body());
        assertThat(revocation.find()).isTrue();
        String path = "/invites/" + revocation.group(1) + "/revoke";
        assertThat(daniel.page(path).title()).isEqualTo("Revoke this link?");

        Answer revoked = daniel.submit(daniel.path(path), Map.of());

        assertThat(revoked.location()).isEqualTo(daniel.path("/invites"));
        refused(mei, code(made), 410, "This link was withdrawn", "Daniel Okafor");
        assertThat(daniel.page(path).status()).isEqualTo(303);
    }

    @Test
    void aUsedUpLinkSaysSo() {
        String code = code(daniel.submit(daniel.path("/invites"), Map.of("limit", "1")));
        SignedIn xiaoming = SignedIn.to(desk.node(), "cli_harbour", "ou_xiaoming");
        xiaoming.submit(xiaoming.path("/leave"), Map.of());
        xiaoming.submit(LANDING, Map.of("code", code));

        refused(mei, code, 410, "This link is used up", "Daniel Okafor");
    }

    @Test
    void aLinkMadeBeforeSomebodyWasRemovedDoesNotBringThemBack() {
        String code = code(make());
        mei.submit(LANDING, Map.of("code", code));
        daniel.submit(daniel.path("/members/" + mei.person().id() + "/remove"), Map.of());

        refused(mei, code, 403, "This link does not bring you back", "Daniel Okafor");
    }

    @Test
    void anotherOrganisationIsToldNothingOfTheInvitingSide() {
        String code = code(make());
        SignedIn lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");

        Answer page = lena.browser().get("/lark/cli_meridian/person/inviteToGroup?code=" + code);
        Answer posted = lena.submit("/lark/cli_meridian/person/inviteToGroup", Map.of("code", code));

        for (Answer answer : new Answer[] {page, posted}) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.title()).isEqualTo("This link is not for your organisation");
            assertThat(answer.body())
                    .contains("Lena Fischer, Meridian Labs")
                    .doesNotContain("Daniel")
                    .doesNotContain("Harbour");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?code=", "?code=abc", "?code=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "?code=%3Cscript%3E"})
    void whatIsNoLinkDoesNotWork(String query) {
        Answer answer = mei.browser().get(LANDING + query);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.title()).isEqualTo("This link does not work");
    }

    @Test
    void staffMakeLinksThatLeadThroughTheCustomersApp() {
        SignedIn sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        Answer made =
                sofia.submit(sofia.path(SignedIn.groupOf(desk.node(), "cli_harbour"), "/invites"), Map.of("limit", ""));

        assertThat(made.body()).contains(LANDING + "?code=");
        mei.submit(LANDING, Map.of("code", code(made)));
        assertThat(mei.page("").status()).isEqualTo(200);
    }

    private Answer make() {
        return daniel.submit(daniel.path("/invites"), Map.of("limit", ""));
    }

    private static String code(Answer made) {
        Matcher link = LINK.matcher(made.body());
        assertThat(link.find()).as(made.status() + " " + made.body()).isTrue();
        return link.group(1);
    }

    /** By looking and by joining alike. */
    private static void refused(SignedIn person, String code, int status, String title, String inviter) {
        for (Answer answer : new Answer[] {
            person.browser().get(LANDING + "?code=" + code), person.submit(LANDING, Map.of("code", code))
        }) {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.title()).isEqualTo(title);
            assertThat(answer.body()).contains(inviter).doesNotContain("Harbour Retail Group × Alder Cloud");
        }
        assertThat(person.page("").status()).isEqualTo(404);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(desk.database(), "postgres", "");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}

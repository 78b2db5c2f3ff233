package io.larkdesk.app.console.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.tenant.Tenants;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer comes into service: what is wrong with its Lark app is told to both, mended, and activation leads its people in. */
class OnboardingIT {

    private static final Pattern GUIDE = Pattern.compile("(/guide/[A-Za-z0-9_-]{43})<");
    private static final Pattern JOIN =
            Pattern.compile("(/lark/cli_kestrel/person/inviteToGroup\\?code=[A-Za-z0-9_-]{32})<");
    private static final List<String> SCOPES = List.of(
            "application:application:self_manage",
            "cardkit:card:write",
            "im:message:send_as_bot",
            "tenant:tenant:readonly");

    private RunningDesk desk;
    private SignedIn sofia;
    private TestBrowser customer;

    @BeforeEach
    void start() {
        desk = RunningDesk.start(Map.of());
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        customer = new TestBrowser(desk.node());
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    /** The customer's app as its administrator has set it up in Lark, with these permissions. */
    private void inLark(List<String> scopes) {
        String app = desk.node().url() + "/lark/cli_kestrel";
        String thirdparty = desk.node().url() + "/thirdparty/lark/cli_kestrel";
        desk.control("/sandbox/apps", """
                {"app_id": "cli_kestrel", "app_secret": "kestrel-secret", "organisation": "Kestrel Air Group", "bot": true,
                 "scopes": %s, "home_page": "%s/workbench", "available_to": "all",
                 "redirect_urls": ["%s", "%s/workbench", "%s/login", "%s/oauth2/callback", "%s/person/inviteToGroup"]}
                """.formatted(
                        scopes.stream().map(scope -> '"' + scope + '"').collect(Collectors.joining(", ", "[", "]")),
                        app,
                        app,
                        app,
                        thirdparty,
                        thirdparty,
                        app));
    }

    private static String find(Pattern pattern, Answer answer) {
        Matcher found = pattern.matcher(answer.body().replace("&#61;", "=").replace("&amp;", "&"));
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> app() {
        return Map.of(
                "organisation",
                "Kestrel Air",
                "app_id",
                "cli_kestrel",
                "app_secret",
                "kestrel-secret",
                "brand",
                "LARK",
                "edition",
                "FREE");
    }

    private TenantState state() {
        return desk.node()
                .bean(Tenants.class)
                .findByApp(new AppId("cli_kestrel"))
                .orElseThrow()
                .state();
    }

    @Test
    void whatIsWrongIsMendedAndThenItsPeopleComeIn() {
        String path = sofia.submit(
                        "/console/tenants",
                        Map.of(
                                "organisation",
                                "Kestrel Air",
                                "plan",
                                "Business",
                                "tam",
                                sofia.person().id().value().toString()))
                .location();
        String guide = find(GUIDE, sofia.submit(path + "/guide", Map.of()));
        assertThat(customer.post(guide + "/preflight", Map.of("a", "b")).status())
                .isEqualTo(410);
        assertThat(sofia.submit(path + "/preflight", Map.of()).status()).isEqualTo(404);

        inLark(SCOPES.subList(1, 4));
        assertThat(customer.get(guide).body())
                .contains("<code>tenant:tenant:readonly</code> to read your organisation’s name")
                .contains("href=\"" + desk.sandbox().baseUrl() + "/app\"");
        assertThat(customer.post(guide + "/app", app()).location()).isEqualTo(guide);
        assertThat(customer.get(guide).body())
                .containsPattern(
                        "/app/cli_kestrel/auth\"[^>]*>Open Lark’s developer console<span class=\"vh\">: Add the permissions<")
                .contains("application:application:self_manage is missing")
                .contains("Entered Kestrel Air, Lark says Kestrel Air Group")
                .contains("class=\"step bad\"");
        assertThat(sofia.browser().get(path).body())
                .contains("application:application:self_manage is missing")
                .doesNotContain("/activate\"");
        assertThat(sofia.submit(path + "/activate", Map.of()).status()).isEqualTo(409);
        assertThat(state()).isEqualTo(TenantState.DRAFT);

        inLark(SCOPES);
        assertThat(sofia.submit(path + "/app", app()).location()).isEqualTo(path);
        assertThat(state()).isEqualTo(TenantState.DRAFT);
        assertThat(sofia.submit(path + "/name", Map.of()).location()).isEqualTo(path);
        Answer right = sofia.browser().get(path);
        assertThat(right.body())
                .contains("Lark says the same: Kestrel Air Group", path + "/activate")
                .doesNotContain("step bad");
        assertThat(state()).isEqualTo(TenantState.VERIFIED);
        assertThat(sofia.submit(path + "/name", Map.of()).status()).isEqualTo(404);

        String join = find(JOIN, sofia.submit(path + "/activate", Map.of()));
        assertThat(state()).isEqualTo(TenantState.ACTIVE);
        assertThat(customer.get(guide).body()).contains("role=\"status\"").doesNotContain("<form");
        assertThat(customer.post(guide + "/app", app()).status()).isEqualTo(404);
        assertThat(sofia.submit(path + "/activate", Map.of()).status()).isEqualTo(404);
        assertThat(sofia.browser().get(path).body()).doesNotContain(join);

        desk.control(
                "/sandbox/people", "{\"app_id\": \"cli_kestrel\", \"open_id\": \"ou_kim\", \"name\": \"Kim Lee\"}");
        TestBrowser kim = new TestBrowser(desk.node());
        kim.signIn("cli_kestrel", "ou_kim", join);
        assertThat(kim.get(join).status()).isEqualTo(200);
        SignedIn member = SignedIn.to(desk.node(), "cli_kestrel", "ou_kim");
        assertThat(member.say("Hello").status()).isEqualTo(200);
        assertThat(sofia.browser().get(path).body()).contains("Proven by a sign-in");

        desk.control("/sandbox/people", "{\"app_id\": \"cli_kestrel\", \"open_id\": \"ou_lee\", \"name\": \"Lee Ng\"}");
        SignedIn.to(desk.node(), "cli_kestrel", "ou_lee");
        assertThat(told(member.person().id().tenant()))
                .containsExactly(member.person().id().value());
    }

    @Test
    void whatNeverCameIntoServiceIsGivenUp() {
        String path = sofia.submit(
                        "/console/tenants",
                        Map.of(
                                "organisation",
                                "Kestrel Air",
                                "plan",
                                "Business",
                                "tam",
                                sofia.person().id().value().toString()))
                .location();
        String guide = find(GUIDE, sofia.submit(path + "/guide", Map.of()));
        sofia.submit(path + "/app", app());
        assertThat(SignedIn.to(desk.node(), "cli_alder", "ou_amara")
                        .submit(path + "/give-up", Map.of())
                        .status())
                .isEqualTo(404);

        Answer gone = sofia.submit(path + "/give-up", Map.of());

        assertThat(gone.location()).isEqualTo("/console/tenants?done=givenUp");
        assertThat(sofia.browser().get(gone.location()).body()).contains("The onboarding is given up");
        assertThat(sofia.submit(path + "/activate", Map.of()).status()).isEqualTo(404);
        assertThat(customer.get(guide).status()).isEqualTo(410);
        assertThat(state()).isEqualTo(TenantState.DRAFT);
    }

    private List<UUID> told(TenantId tenant) {
        String told = "select person_id from notice where kind = 'ACTIVATED' and tenant_id = '" + tenant + "'";
        try (Connection connection = DriverManager.getConnection(desk.database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(told)) {
            List<UUID> persons = new ArrayList<>();
            while (rows.next()) {
                persons.add(rows.getObject("person_id", UUID.class));
            }
            return persons;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

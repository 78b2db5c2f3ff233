package io.larkdesk.app.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.token.IssueToken;
import io.larkdesk.core.token.TokenLabel;
import io.larkdesk.core.token.TokenScope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever opens something is neither in the log, at its finest level, nor in the database, nor in what anybody may look at. */
class SecretsStayIT {

    private static final Pattern CODE = Pattern.compile("inviteToGroup\\?code(?:=|&#61;)([A-Za-z0-9_-]+)");
    private static final Pattern GUIDE = Pattern.compile("/guide/([A-Za-z0-9_-]{43})");
    private static final Pattern SIGNING = Pattern.compile("whsec_[A-Za-z0-9+/=]+");
    private static final String SAID = "canary-said-51c0";

    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Map<String, String> secrets = new HashMap<>();

    private RunningDesk desk;

    @BeforeEach
    void start() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        desk = RunningDesk.start(Map.of());
    }

    @AfterEach
    void stop() {
        desk.close();
        root.setLevel(before);
        root.detachAppender(log);
    }

    private void know(String name, String secret) {
        assertThat(secret).as(name).hasSizeGreaterThan(8);
        secrets.put(name, secret);
    }

    private static String found(Pattern pattern, Answer answer) {
        Matcher matcher = pattern.matcher(answer.body().replace("&#43;", "+").replace("&#61;", "="));
        assertThat(matcher.find()).as(pattern + " in " + answer.body()).isTrue();
        return matcher.group(matcher.groupCount());
    }

    /** Somebody signs in step by step, so that all that passes is known. */
    private void signIn() {
        TestBrowser browser = new TestBrowser(desk.node());
        URI larksPage = browser.beginSignIn("cli_harbour", "/lark/cli_harbour/workbench");
        browser.cookies().forEach((name, value) -> know("attempt " + name, value));
        String back = TestBrowser.consent(larksPage, "ou_daniel");
        for (String part : URI.create(back).getRawQuery().split("&", -1)) {
            know("callback " + part.split("=", 2)[0], part.split("=", 2)[1]);
        }
        assertThat(browser.get(back).status()).isEqualTo(303);
        assertThat(browser.get(back).status()).as("a second time").isNotEqualTo(500);
        browser.cookies().forEach((name, value) -> know("session " + name, value));
    }

    private void useEverything() {
        List.of("alder-secret", "harbour-secret", "meridian-secret").forEach(app -> know("App Secret " + app, app));
        signIn();
        SignedIn daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        know("proof", daniel.csrf());
        know("words", SAID);
        assertThat(daniel.send(daniel.path("/messages"), SignedIn.message(SAID)).status())
                .isEqualTo(200);
        String code = found(CODE, daniel.send(daniel.path("/invites"), Map.of("limit", "")));
        know("invite", code);
        String invited = "/lark/cli_harbour/person/inviteToGroup";
        SignedIn mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        assertThat(mei.browser().get(invited + "?code=" + code).status()).isEqualTo(200);
        mei.submit(invited, Map.of("code", code));
        mei.browser().get(invited + "?code=" + "A" + code.substring(1));

        SignedIn sofia = SignedIn.toConsole(desk.node(), "ou_sofia");
        SignedIn ines = SignedIn.toConsole(desk.node(), "ou_ines");
        IssueToken.Issued issued = (IssueToken.Issued) desk.node()
                .bean(IssueToken.class)
                .execute(new IssueToken.Command(
                        ines.person().id(), new TokenLabel("Test"), Set.of(TokenScope.values()), Duration.ofDays(1)));
        know("API token", issued.secret().reveal());
        TestBrowser system = new TestBrowser(desk.node());
        for (String path : List.of("/api/v1/tenants", "/api/v1/tickets?cursor=x", "/api/v1/nothing")) {
            system.get(path, "Authorization", "Bearer " + issued.secret().reveal());
        }
        know(
                "signing secret",
                found(
                        SIGNING,
                        ines.submit(
                                "/console/webhooks",
                                Map.of("url", "https://hooks.example/in", "type", "ticket.created"))));
        String tenant = ines.submit(
                        "/console/tenants",
                        Map.of(
                                "organisation",
                                "Kestrel Air",
                                "plan",
                                "Business",
                                "tam",
                                sofia.person().id().value().toString()))
                .location();
        String guide = found(GUIDE, ines.submit(tenant + "/guide", Map.of()));
        know("guide link", guide);
        know("entered App Secret", "kestrel-" + UUID.randomUUID());
        TestBrowser customer = new TestBrowser(desk.node());
        customer.get("/guide/" + guide);
        customer.post(
                "/guide/" + guide + "/app",
                Map.of(
                        "organisation",
                        "Kestrel Air",
                        "app_id",
                        "cli_kestrel",
                        "app_secret",
                        secrets.getOrDefault("entered App Secret", ""),
                        "brand",
                        "LARK",
                        "edition",
                        "FREE"));
        ines.submit(tenant + "/preflight", Map.of());
        desk.letIntoDatabase(false);
        assertThat(customer.get("/guide/" + guide).status()).isEqualTo(503);
        desk.letIntoDatabase(true);
        await().until(() -> customer.get("/guide/" + guide).status() == 200);
    }

    @Test
    void nothingThatOpensSomethingIsWrittenDown() {
        useEverything();

        List<String> lines = logged();
        assertThat(List.copyOf(log.list)).extracting(ILoggingEvent::getLevel).contains(Level.DEBUG, Level.INFO);
        assertThat(lines).anyMatch(line -> line.contains("its onboarding has begun"));
        assertNone("log", lines, Set.of());
        // Words are what the database is for
        assertNone("database", stored(), Set.of("words"));
        SignedIn ines = SignedIn.toConsole(desk.node(), "ou_ines");
        TestBrowser nobody = new TestBrowser(desk.node());
        assertNone(
                "answers",
                List.of(
                        nobody.get("/health").body(),
                        nobody.get("/prometheus").body(),
                        ines.browser().get("/console/audit").body(),
                        ines.browser().get("/console/audit/audit.csv").body(),
                        ines.browser().get("/console/webhooks").body(),
                        ines.browser().get("/console/api").body()),
                Set.of());
        aLeakWouldBeFound();
    }

    /** The control: each secret is found where it is written down, in a line of the log or in what went wrong. */
    private void aLeakWouldBeFound() {
        secrets.forEach((name, secret) -> {
            log.list.clear();
            root.debug("said in passing: {}", secret);
            assertThatThrownBy(() -> assertNone("log", logged(), Set.of()))
                    .as(name)
                    .isInstanceOf(AssertionError.class);
            log.list.clear();
            root.info("not done", new IllegalStateException(secret));
            assertThatThrownBy(() -> assertNone("log", logged(), Set.of()))
                    .as(name)
                    .isInstanceOf(AssertionError.class);
        });
        assertThatThrownBy(() -> assertNone("database", stored(), Set.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("words");
    }

    private List<String> logged() {
        List<String> lines = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        return lines;
    }

    private void assertNone(String where, List<String> texts, Set<String> allowed) {
        secrets.forEach((name, secret) -> {
            String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(texts.stream().filter(text -> text.contains(secret) || text.contains(hex)))
                    .as(where + " has " + name)
                    .satisfies(found -> {
                        if (!allowed.contains(name)) {
                            assertThat(found).isEmpty();
                        }
                    });
        });
    }

    /** All rows of all tables. */
    private List<String> stored() {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(desk.database(), "postgres", "");
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("""
                    select table_name from information_schema.tables
                    where table_schema = current_schema() and table_type = 'BASE TABLE'
                    """)) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet all =
                        statement.executeQuery("select '" + table + " ' || t::text from " + table + " t")) {
                    while (all.next()) {
                        rows.add(all.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}

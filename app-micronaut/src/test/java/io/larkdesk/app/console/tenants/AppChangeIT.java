package io.larkdesk.app.console.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.onboarding.AppAddresses;
import io.larkdesk.core.onboarding.AppScope;
import io.larkdesk.core.onboarding.DeskAddress;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.tenant.Tenants;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer changes to another Lark app: nothing goes through the old one any more, nobody becomes somebody else, and nothing is lost. */
class AppChangeIT {

    private static final AppId OLD = new AppId("cli_harbour");
    private static final AppId NEW = new AppId("cli_harbour2");
    private static final Map<String, String> APP = Map.of("app_id", NEW.value(), "app_secret", "second-secret");
    private static final Pattern UNION_ID = Pattern.compile("\"union_id\" ?: ?\"(on_[^\"]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"message_id\"");

    private RunningDesk desk;
    private SignedIn sofia;
    private String path;

    @BeforeEach
    void start() {
        desk = RunningDesk.start(Map.of());
        sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        path = "/console/tenants/" + tenant(OLD).id() + "/app-change";
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private Tenant tenant(AppId app) {
        return desk.node().bean(Tenants.class).findByApp(app).orElseThrow();
    }

    private Person now(SignedIn who) {
        return desk.node().bean(People.class).find(who.person().id()).orElseThrow();
    }

    private void inLark(String organisation, boolean bot) {
        AppAddresses addresses = new AppAddresses(desk.node().bean(DeskAddress.class), NEW);
        desk.control("/sandbox/apps", """
                {"app_id": "%s", "app_secret": "second-secret", "organisation": "%s", "bot": %s, "scopes": %s,
                 "home_page": "%s", "available_to": "all", "redirect_urls": %s}
                """.formatted(
                NEW,
                organisation,
                bot,
                json(Arrays.stream(AppScope.values()).map(AppScope::value).toList()),
                addresses.homePage(),
                json(addresses.redirectUrls())));
    }

    private static String json(List<?> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    /** Somebody of the old app, in the new one under another open_id. */
    private void alsoInNewApp(String openId, String unionId, String name) {
        desk.control("/sandbox/people", """
                {"app_id": "%s", "open_id": "%s", "union_id": "%s", "name": "%s"}
                """.formatted(NEW, openId, unionId, name));
    }

    /** That of somebody whom the sandbox knows; posting the same again changes nothing. */
    private String unionIdOf(String openId, String name) {
        Matcher found = UNION_ID.matcher(desk.control("/sandbox/people", """
                {"app_id": "%s", "open_id": "%s", "name": "%s"}
                """.formatted(OLD, openId, name)));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private long sent(AppId app, String openId) {
        return MESSAGE.matcher(desk.ask("/sandbox/messages?app_id=" + app + "&open_id=" + openId))
                .results()
                .count();
    }

    /** What the app asked of Lark; not what its organisation did. */
    private String calls(AppId app) {
        return desk.ask("/sandbox/calls?app_id=" + app).replaceAll("\"quota\".*", "");
    }

    private boolean isPending(SignedIn who) {
        return desk.node().bean(Mentions.class).hasPending(who.person().id());
    }

    private void mention(SignedIn... persons) {
        String names = Arrays.stream(persons)
                .map(who -> "<@" + who.person().id() + ">")
                .collect(Collectors.joining(" "));
        Answer said = sofia.send(
                sofia.path(SignedIn.groupOf(desk.node(), tenantApp().value()), "/messages"),
                SignedIn.message(names + " please look"));
        assertThat(said.status()).isEqualTo(200);
    }

    private AppId tenantApp() {
        return desk.node().bean(Tenants.class).findByApp(NEW).isPresent() ? NEW : OLD;
    }

    @Test
    void whoIsRecognisedGetsWhatWaitedAndNobodyElseDoes() {
        SignedIn daniel = SignedIn.to(desk.node(), OLD.value(), "ou_daniel");
        SignedIn mei = SignedIn.to(desk.node(), OLD.value(), "ou_mei");
        assertThat(daniel.say("before the change").status()).isEqualTo(200);
        inLark("Harbour Retail Group", false);
        assertThat(sofia.submit(path, APP).location()).isEqualTo(path);
        assertThat(sofia.submit(path + "/switch", Map.of()).status()).isEqualTo(409);
        assertThat(tenantApp()).isEqualTo(OLD);
        assertThat(daniel.page("").status()).isEqualTo(200);

        inLark("Harbour Retail Group", true);
        assertThat(sofia.submit(path + "/preflight", Map.of()).location()).isEqualTo(path);
        assertThat(sofia.browser().get(path).body())
                .contains("/lark/cli_harbour2/workbench", path + "/switch", "im:message:send_as_bot")
                .doesNotContain("second-secret");
        mention(daniel);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sent(OLD, "ou_daniel")).isEqualTo(1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(isPending(daniel)).isFalse());

        assertThat(sofia.submit(path + "/switch", Map.of()).location()).endsWith("?done=switched");

        assertThat(tenant(NEW).state()).isEqualTo(TenantState.ACTIVE);
        String group = SignedIn.groupOf(desk.node(), NEW.value()).toString();
        for (AppId app : List.of(OLD, NEW)) {
            assertThat(daniel.browser().get("/lark/" + app + "/groups/" + group).status())
                    .isNotEqualTo(200);
        }
        assertThat(daniel.browser().get("/lark/" + OLD + "/groups/" + group).location())
                .isEqualTo("/lark/" + NEW + "/groups/" + group);
        assertThat(daniel.submit("/lark/" + OLD + "/groups/" + group + "/messages", Map.of())
                        .status())
                .isNotEqualTo(303);
        assertThat(now(daniel).reachable()).isFalse();
        String callsBefore = calls(OLD);
        mention(daniel, mei);
        // Long after the grace of a tenth of a second
        await().pollDelay(Duration.ofSeconds(3)).untilAsserted(() -> {
            assertThat(isPending(daniel)).isTrue();
            assertThat(isPending(mei)).isTrue();
        });
        assertThat(calls(OLD)).isEqualTo(callsBefore);

        alsoInNewApp("ou_mei2", "on_somebody_else", "Mei Tanaka");
        SignedIn namesake = SignedIn.to(desk.node(), NEW.value(), "ou_mei2");
        assertThat(namesake.person().id()).isNotEqualTo(mei.person().id());
        assertThat(now(mei).reachable()).isFalse();
        alsoInNewApp("ou_daniel2", unionIdOf("ou_daniel", "Daniel Okafor"), "Dan Okafor");
        SignedIn again = SignedIn.to(desk.node(), NEW.value(), "ou_daniel2");
        assertThat(again.person().id()).isEqualTo(daniel.person().id());
        assertThat(again.page("").body()).contains("before the change");

        mention(again);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(isPending(daniel)).isFalse());
        assertThat(isPending(mei)).isTrue();
        assertThat(sent(NEW, "ou_mei2")).isZero();
        assertThat(calls(OLD)).isEqualTo(callsBefore);
    }

    @Test
    void whoComesBackWithoutReadingIsRemindedThroughTheNewApp() {
        SignedIn mei = SignedIn.to(desk.node(), OLD.value(), "ou_mei");
        String unionId = unionIdOf("ou_mei", "Mei Tanaka");
        inLark("Harbour Retail Group", true);
        assertThat(sofia.submit(path, APP).location()).isEqualTo(path);
        assertThat(sofia.submit(path + "/switch", Map.of()).location()).endsWith("?done=switched");
        mention(mei);
        await().pollDelay(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(isPending(mei)).isTrue());

        alsoInNewApp("ou_mei2", unionId, "Mei Tanaka");
        new TestBrowser(desk.node()).signIn(NEW.value(), "ou_mei2", "/lark/" + NEW + "/preferences/reminders");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sent(NEW, "ou_mei2")).isEqualTo(1));
        assertThat(sent(OLD, "ou_mei")).isZero();
        assertThat(now(mei).reachable()).isTrue();
    }

    @Test
    void whatIsNoAppOfTheOrganisationIsRefusedAndNothingChanges() {
        SignedIn daniel = SignedIn.to(desk.node(), OLD.value(), "ou_daniel");
        Tenant before = tenant(OLD);
        inLark("Somebody Else", true);
        for (Map<String, String> form : List.of(
                Map.<String, String>of(),
                Map.of("app_id", "a b", "app_secret", "x"),
                Map.of("app_id", NEW.value()),
                Map.of("app_id", NEW.value(), "app_secret", "wrong"),
                APP)) {
            Answer refused = sofia.submit(path, form);
            assertThat(refused.status()).as(form.toString()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"problem\"").doesNotContain("second-secret");
        }
        assertThat(sofia.submit(path, Map.of("app_id", "cli_meridian", "app_secret", "meridian-secret"))
                        .status())
                .isEqualTo(409);
        assertThat(sofia.submit(path + "/preflight", Map.of()).status()).isEqualTo(404);
        assertThat(sofia.submit(path + "/switch", Map.of()).status()).isEqualTo(404);
        assertThat(sofia.submit(path + "/give-up", Map.of()).status()).isEqualTo(404);

        inLark("Harbour Retail Group", true);
        assertThat(sofia.submit(path, APP).location()).isEqualTo(path);
        assertThat(sofia.submit(path + "/give-up", Map.of()).location()).endsWith("?done=stayed");
        assertThat(sofia.submit(path + "/switch", Map.of()).status()).isEqualTo(404);
        assertThat(tenant(OLD).withTenantKey("any")).isEqualTo(before.withTenantKey("any"));
        assertThat(daniel.page("").status()).isEqualTo(200);
    }

    @Test
    void onlyWhoServesTheCustomerChangesItsApp() {
        SignedIn amara = SignedIn.to(desk.node(), "cli_alder", "ou_amara");
        assertThat(amara.browser().get(path).status()).isEqualTo(404);
        for (String step : List.of("", "/preflight", "/switch", "/give-up")) {
            assertThat(amara.submit(path + step, APP).status()).as(step).isEqualTo(404);
        }
    }
}

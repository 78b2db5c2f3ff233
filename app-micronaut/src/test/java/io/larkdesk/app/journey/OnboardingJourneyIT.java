package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.larkdesk.core.onboarding.AppAddresses;
import io.larkdesk.core.onboarding.AppScope;
import io.larkdesk.core.onboarding.DeskAddress;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.IssueSetupLink;
import io.larkdesk.core.tenant.AppId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an empty database to a customer's first message: the provider is set up, and a customer comes in by each of the two ways. */
class OnboardingJourneyIT extends Journey {

    /** What can be wrong with an app in Lark, and which check finds it. */
    private static final Map<String, Check> DEFECTS = defects();

    OnboardingJourneyIT(Browser browser) {
        super(browser, Map.of("larkdesk.bootstrap-file", ""));
    }

    private static Map<String, Check> defects() {
        Map<String, Check> defects = new LinkedHashMap<>();
        defects.put("\"app_secret\": \"rotated\"", Check.CREDENTIALS);
        defects.put("\"brand\": \"feishu\"", Check.BRAND);
        defects.put("\"organisation\": \"Kestrel\"", Check.ORGANISATION);
        defects.put("\"enabled\": false", Check.ENABLED);
        defects.put("\"published\": false", Check.VERSION);
        defects.put("\"bot\": false", Check.BOT);
        defects.put("\"home_page\": \"\"", Check.WEB_APP);
        defects.put("\"home_page\": \"https://example.net/\"", Check.HOME_PAGE);
        defects.put("\"scopes\": [\"application:application:self_manage\"]", Check.SCOPES);
        defects.put("\"redirect_urls\": []", Check.REDIRECT_URLS);
        return defects;
    }

    /** The app as its administrator has set it up in Lark; what is given last counts. */
    private void inLark(AppId app, String organisation, String fields) {
        AppAddresses addresses = new AppAddresses(desk().node().bean(DeskAddress.class), app);
        desk().control("/sandbox/apps", """
                {"app_id": "%s", "app_secret": "%s", "organisation": "%s", "brand": "lark", "enabled": true, "published": true,
                 "bot": true, "scopes": %s, "home_page": "%s", "available_to": "all", "redirect_urls": %s}
                """.formatted(
                app,
                secret(app),
                organisation,
                json(Arrays.stream(AppScope.values()).map(AppScope::value).toList()),
                addresses.homePage(),
                json(addresses.redirectUrls())));
        desk().control("/sandbox/apps", "{\"app_id\": \"" + app + "\", " + fields + "}");
    }

    private static String secret(AppId app) {
        return "secret-of-" + app;
    }

    private static String json(List<?> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aProviderIsSetUpAndACustomerComesInByEachOfTwoWays(String locale, int width) {
        try (BrowserContext ineses = context(locale, width);
                BrowserContext sofias = context(locale, width);
                BrowserContext customers = context(locale, width)) {
            Page ines = ineses.newPage();
            setUp(ines);
            Page sofia = giveRole(ines, sofias.newPage());
            byTheCustomer(sofia, customers);
            byTheTam(sofia);
        }
    }

    private void setUp(Page ines) {
        String code =
                desk().node().bean(IssueSetupLink.class).execute().orElseThrow().reveal();
        ines.navigate(desk().node().url() + "/console/setup?code=" + code);
        requireAccessible(ines);
        ines.locator("#app_id").fill("cli_alder");
        ines.locator("#app_secret").fill("wrong");
        ines.locator(".go .primary").click();
        assertThat(ines.locator("#problem")).isVisible();
        requireAccessible(ines);
        ines.locator("#app_secret").fill("alder-secret");
        ines.locator(".go .primary").click();
        requireAccessible(ines);
        ines.locator(".go .primary").click();
        ines.locator("button[value='ou_ines']").click();
        ines.locator(".go .primary").click();
        awaitShown(ines, ".con");
    }

    /** Sofia, who may do nothing yet, becomes a TAM. */
    private Page giveRole(Page ines, Page sofia) {
        sofia.navigate(desk().node().url() + "/console");
        sofia.locator("button[value='ou_sofia']").click();
        assertThat(sofia.locator("main.card")).isVisible();
        assertThat(sofia.locator(".con")).hasCount(0);

        ines.navigate(desk().node().url() + "/console/staff");
        Locator row = ines.locator(".roles .prow").filter(new Locator.FilterOptions().setHasText("Sofia Lindqvist"));
        row.locator("select").selectOption("TAM");
        row.locator(".btn").click();
        requireAccessible(ines);
        sofia.navigate(desk().node().url() + "/console/tenants");
        return sofia;
    }

    private void byTheCustomer(Page sofia, BrowserContext customers) {
        begin(sofia, "Kestrel Air");
        sofia.locator("form[action$='/guide'] .btn").click();
        String link = sofia.locator("#guide-link").textContent();
        requireAccessible(sofia);
        AppId app = new AppId("cli_kestrel");
        inLark(app, "Kestrel Air", "\"bot\": false");

        Page customer = customers.newPage();
        customer.navigate(link);
        requireAccessible(customer);
        enterApp(customer, app);

        assertThat(customer.locator(".chk.x")).hasCount(1);
        requireAccessible(customer);
        // Sofia's page has never been loaded again
        assertThat(sofia.locator(".chk.x")).hasCount(1);
        assertThat(sofia.locator("#guide-link")).hasText(link);
        DEFECTS.forEach((defect, check) -> {
            inLark(app, "Kestrel Air", defect);
            checkAgain(customer);
            requireFound(customer, check);
            requireFound(sofia, check);
        });
        assertThat(sofia.locator("form[action$='/activate']")).hasCount(0);
        inLark(app, "Kestrel Air", "\"bot\": true");
        checkAgain(customer);
        assertThat(customer.locator(".chk.x")).hasCount(0);
        sofia.locator("form[action$='/activate'] .btn").click();

        String join = joinLink(sofia);
        assertThat(customer.locator(".note.ok")).isVisible();
        assertThat(customer.locator(".steps")).hasCount(0);
        requireAccessible(customer);
        firstMessage(customers.newPage(), app, "ou_kim", "Kim Lee", join);
        sofia.navigate(sofia.url().replace("/activate", ""));
        assertThat(checked(sofia, Check.TRUSTED_DOMAIN)).hasClass(Pattern.compile("\\bp\\b"));
    }

    /** What was found within the last ten seconds is not asked for again, so the last time is made to be longer ago. */
    private void checkAgain(Page page) {
        try (Connection connection = DriverManager.getConnection(desk().database(), "postgres", "")) {
            connection.createStatement().execute("update preflight set checked_at = checked_at - interval '1 hour'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        page.locator("form[action$='/preflight'] .btn").click();
    }

    /** That nothing else is red, and that it is said how it is mended. */
    private static void requireFound(Page page, Check check) {
        Locator found = checked(page, check);
        assertThat(found).hasClass(Pattern.compile("\\bx\\b"));
        assertThat(page.locator(".chk.x")).hasCount(1);
        assertThat(found.locator("p").first()).not().isEmpty();
        assertThat(found.locator("a")).hasAttribute("href", Pattern.compile("/app/cli_kestrel"));
    }

    private static Locator checked(Page page, Check check) {
        return page.locator("[data-check=" + check + "]");
    }

    private void byTheTam(Page sofia) {
        sofia.navigate(desk().node().url() + "/console/tenants");
        begin(sofia, "Osprey Rail");
        AppId app = new AppId("cli_osprey");
        inLark(app, "Osprey Rail", "\"bot\": true");
        enterApp(sofia, app);
        sofia.locator("form[action$='/activate'] .btn").click();
        String join = joinLink(sofia);
        try (BrowserContext pats = context("en-GB", 1280)) {
            firstMessage(pats.newPage(), app, "ou_pat", "Pat Ngata", join);
        }
    }

    private static void begin(Page sofia, String organisation) {
        sofia.locator("a[href='/console/tenants/new']").first().click();
        sofia.locator("#organisation").fill(organisation);
        if (sofia.locator("select#plan").count() == 0) {
            sofia.locator("#plan").fill("Business"); // there is no plan to choose yet
        }
        requireAccessible(sofia);
        sofia.locator(".creation .primary").click();
        awaitShown(sofia, "#onboarding");
    }

    private static void enterApp(Page page, AppId app) {
        page.locator("#app_id").fill(app.value());
        page.locator("#app_secret").fill(secret(app));
        page.locator("form[action$='/app'] .btn").click();
        assertThat(page.locator(".chk").first()).isVisible();
    }

    private static String joinLink(Page sofia) {
        Locator link = sofia.locator(".copyrow .val").first();
        assertThat(link).containsText("code=");
        requireAccessible(sofia);
        return link.textContent();
    }

    private void firstMessage(Page page, AppId app, String openId, String name, String join) {
        desk().control(
                        "/sandbox/people",
                        "{\"app_id\": \"%s\", \"open_id\": \"%s\", \"name\": \"%s\"}".formatted(app, openId, name));
        page.navigate(join);
        page.locator("button[value='" + openId + "']").click();
        // One is in the service group since one signed in
        page.locator("main.card .primary").click();
        awaitShown(page, "#body");
        page.locator("#body").fill("Hello, we are in");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#messages .msg").last()).containsText("Hello, we are in");
        assertThat(page.locator("#messages .msg")).hasCount(1);
        assertThat(page.url()).contains("/lark/" + app);
    }
}

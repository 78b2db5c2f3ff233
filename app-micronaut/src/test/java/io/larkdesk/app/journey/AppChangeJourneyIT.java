package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.larkdesk.core.onboarding.AppAddresses;
import io.larkdesk.core.onboarding.AppScope;
import io.larkdesk.core.onboarding.DeskAddress;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenants;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A TAM leads a customer to another Lark app. */
class AppChangeJourneyIT extends Journey {

    AppChangeJourneyIT(Browser browser) {
        super(browser);
    }

    private void inLark(AppId app, String organisation, String brand, boolean bot) {
        AppAddresses addresses = new AppAddresses(desk().node().bean(DeskAddress.class), app);
        desk().control("/sandbox/apps", """
                {"app_id": "%s", "app_secret": "second-secret", "organisation": "%s", "brand": "%s", "bot": %s, "scopes": %s,
                 "home_page": "%s", "available_to": "all", "redirect_urls": %s}
                """.formatted(
                app,
                organisation,
                brand,
                bot,
                json(Arrays.stream(AppScope.values()).map(AppScope::value).toList()),
                addresses.homePage(),
                json(addresses.redirectUrls())));
    }

    private static String json(List<?> texts) {
        return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, 1440, cli_harbour, Harbour Retail Group, lark",
        "zh-CN, 360, cli_meridian, Meridian Labs, feishu"
    })
    void theOldAppServesUntilTheNewOneIsReady(
            String locale, int width, String before, String organisation, String brand) {
        AppId after = new AppId(before + "2");
        inLark(after, organisation, brand, false);
        String customer = desk().node()
                .bean(Tenants.class)
                .findByApp(new AppId(before))
                .orElseThrow()
                .id()
                .toString();
        try (BrowserContext context = context(locale, width)) {
            Page page = context.newPage();
            page.navigate(desk().node().url() + "/console/tenants/" + customer);
            page.locator("button[value='ou_ines']").click();
            page.locator("a[href$='/app-change']").click();
            requireAccessible(page);

            page.locator("#app_id").fill(after.value());
            page.locator("#app_secret").fill("wrong");
            page.locator(".creation .primary").click();
            assertThat(page.locator("#problem")).isVisible();
            assertThat(page.locator("#app_id")).hasValue(after.value());
            requireAccessible(page);

            page.locator("#app_secret").fill("second-secret");
            page.locator(".creation .primary").click();
            assertThat(page.locator("#home-page")).containsText(after.value());
            assertThat(page.locator("[data-check='BOT'].x")).isVisible();
            assertThat(page.locator("form[action$='/switch']")).hasCount(0);
            requireAccessible(page);

            inLark(after, organisation, brand, true);
            page.locator("form[action$='/preflight'] .btn").click();
            assertThat(page.locator(".chk.x")).hasCount(0);
            page.locator("form[action$='/switch'] summary").click();
            requireAccessible(page);
            page.locator("form[action$='/switch'] .danger").click();

            assertThat(page.locator(".note.ok")).isVisible();
            assertThat(page.locator(".facts code")).hasText(after.value());
            requireAccessible(page);
        }
    }
}

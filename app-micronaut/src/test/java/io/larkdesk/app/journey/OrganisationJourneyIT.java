package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody of a customer becomes an administrator, and sees the reports of the organisation. */
class OrganisationJourneyIT extends Journey {

    OrganisationJourneyIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void anAdministratorSeesToTheOrganisation(String locale, int width) {
        String customer = desk().node()
                .bean(Tenants.class)
                .findByApp(new AppId("cli_harbour"))
                .orElseThrow()
                .id()
                .toString();
        try (BrowserContext daniels = context(locale, width);
                BrowserContext meis = context(locale, width);
                BrowserContext staff = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            enter(meis, "ou_mei");
            assertThat(daniel.locator("a[href$='/organisation']")).hasCount(0);

            Page sofia = staff.newPage();
            sofia.navigate(desk().node().url() + "/console/tenants/" + customer);
            sofia.locator("button[value='ou_sofia']").click();
            sofia.locator("#administrator").selectOption(new String[] {"Daniel Okafor"});
            sofia.locator("#appoint-administrator").click();
            assertThat(sofia.locator(".note.ok")).isVisible();
            assertThat(sofia.locator("[aria-labelledby='administrators'] .prow"))
                    .hasCount(1);
            requireAccessible(sofia);

            daniel.reload();
            if (width <= 720) {
                daniel.locator("a[href='#groups']").first().click();
            }
            daniel.locator("a[href$='/organisation']").click();
            requireAccessible(daniel);
            daniel.locator("#administrator").selectOption(new String[] {"Mei Tanaka"});
            daniel.locator("#appoint-administrator").click();
            assertThat(daniel.locator(".note.ok")).isVisible();
            assertThat(daniel.locator("#content .prow")).hasCount(2);
            requireAccessible(daniel);

            daniel.locator("a[href$='/organisation/reports']").click();
            assertThat(daniel.locator(".months tbody tr")).hasCount(12);
            requireAccessible(daniel);

            daniel.goBack();
            daniel.locator("form[action$='/dismiss'] button").first().click();
            assertThat(daniel.locator("a[href$='/organisation']")).hasCount(0);
        }
    }
}

package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody is put out of a group and loses sight of it at once, and comes back by a link; the other's open page shows it all. */
class InviteJourneyIT extends Journey {

    private static final String MEMBERS = "header [data-drawer]:visible, .actbar [data-drawer]:visible";

    InviteJourneyIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280", "zh-CN, 360"})
    void aColleagueIsRemovedAndComesBackByALink(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext meis = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            Page mei = enter(meis, "ou_mei");
            mei.locator("#body").fill("half written");

            openMembers(daniel);
            requireAccessible(daniel);
            daniel.locator("#found .prow a").first().click();
            requireAccessible(daniel);
            daniel.locator("#view .danger").click();
            assertThat(mei.locator("#gone")).isVisible();
            assertThat(mei.locator("#body")).hasValue("half written");
            assertThat(mei.locator("#body")).not().isEditable();

            assertThat(daniel.locator("#found .prow")).hasCount(1);
            daniel.locator("#view .db > .primary").click();
            requireAccessible(daniel);
            daniel.locator("#limit").fill("0");
            daniel.keyboard().press("Enter");
            assertThat(daniel.locator("#limit")).isFocused();
            assertThat(daniel.locator("#limit-problem")).isVisible();
            daniel.locator("#limit").fill("1");
            daniel.keyboard().press("Enter");
            assertThat(daniel.locator("#link")).containsText("code=");
            requireAccessible(daniel);
            String link = daniel.locator("#link").textContent();
            Locator copy = daniel.locator("#view [data-copy]");
            String label = copy.textContent();
            copy.click();
            assertThat(daniel.locator("#speech")).not().isEmpty();
            daniel.evaluate("Object.defineProperty(navigator, 'clipboard',"
                    + " { value: { writeText: () => Promise.reject(new Error('refused')) } })");
            copy.click();
            assertThat(copy).containsText("Ctrl C");
            assertThat(daniel.locator("#speech")).containsText("Ctrl C");
            assertThat(daniel.evaluate("String(getSelection())")).isEqualTo(link);
            assertThat(copy).hasText(label);
            daniel.keyboard().press("Escape");
            assertThat(daniel.locator("#drawer")).isHidden();
            assertThat(daniel.locator(MEMBERS)).isFocused();

            mei.navigate(link);
            requireAccessible(mei);
            mei.locator("form .primary").click();
            assertThat(mei.locator("#body")).isEditable();
            assertThat(daniel.locator("#messages .sys").last()).containsText("Mei Tanaka");
            assertThat(daniel.locator("#messages .sys").last()).containsText("Daniel Okafor");
            openMembers(daniel);
            assertThat(daniel.locator("#found .prow")).hasCount(2);
            assertThat(daniel.locator("#found .tag")).hasCount(1);

            mei.navigate(link);
            assertThat(mei.locator("main.card a.primary")).isVisible();
            requireAccessible(mei);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280", "zh-CN, 360"})
    void whoFindsPeopleByTypingStaysInTheField(String locale, int width) {
        try (BrowserContext daniels = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            openMembers(daniel);
            daniel.locator("#found nav a").last().click();
            assertThat(daniel.locator("#found .prow")).hasCount(3);

            daniel.locator("#view [name=q]").pressSequentially("tomas");

            assertThat(daniel.locator("#found .prow")).hasCount(1);
            assertThat(daniel.locator("#view [name=q]")).isFocused();
            daniel.locator("#view [name=q]").pressSequentially("xyz");
            assertThat(daniel.locator("#found .none")).isVisible();
            requireAccessible(daniel);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280", "zh-CN, 360"})
    void linksThatDoNotLeadInSayWhy(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext lenas = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            Page lena = enter(lenas, "cli_meridian", "ou_lena");
            openMembers(daniel);
            daniel.locator("#view .db > .primary").click();
            daniel.locator("#view form .primary").click();
            String link = daniel.locator("#link").textContent();

            Response foreign = lena.navigate(link.replace("cli_harbour", "cli_meridian"));
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(lena.locator("main")).not().containsText("Harbour");
            requireAccessible(lena);

            daniel.locator("#view .danger-o").first().click();
            daniel.locator("#view .danger").click();
            assertThat(daniel.locator("#limit")).isVisible();
            assertThat(daniel.locator("#view .panel")).hasCount(0);
            Page mei = enter(lenas, "cli_harbour", "ou_mei");
            leave(mei);
            Response revoked = mei.navigate(link);
            assertThat(revoked.status()).isEqualTo(410);
            requireAccessible(mei);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280", "zh-CN, 360"})
    void allOfItWorksWithoutScript(String locale, int width) {
        try (BrowserContext daniels = contextWithoutScript(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");

            daniel.locator(MEMBERS).click();
            daniel.locator("main .primary").click();
            daniel.locator("main form .primary").click();
            assertThat(daniel.locator("#link")).containsText("code=");
            daniel.locator("main .danger-o").first().click();
            daniel.locator("main .danger").click();
            assertThat(daniel.locator("#limit")).isVisible();
            daniel.locator("main [data-close]").click();
            assertThat(daniel.locator("#body")).isVisible();
        }
    }

    private static void openMembers(Page page) {
        page.locator(MEMBERS).click();
        assertThat(page.locator("#drawer-title")).isFocused();
    }

    private static void leave(Page page) {
        openMembers(page);
        page.locator("#view .leave").click();
        page.locator("#view .danger").click();
        assertThat(page.locator(".empty")).isVisible();
    }
}

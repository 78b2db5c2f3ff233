package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody wants no reminder for a while, and learns why none came; with script and without. */
class ReminderJourneyIT extends Journey {

    private static final String WHY = "#messages .msg.tome .why";

    ReminderJourneyIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280", "zh-CN, 360"})
    void whoPausesLearnsWhyNoReminderCame(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext meis = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            Page mei = enter(meis, "ou_mei");
            openReminders(mei);
            requireAccessible(mei);
            mei.locator("#quiet-until").fill("22:00");
            mei.locator("#view form .primary").first().click();
            assertThat(mei.locator("#quiet-problem")).isVisible();
            assertThat(mei.locator("#quiet-from")).isFocused();
            requireAccessible(mei);
            mei.locator("#quiet-until").fill("06:30");
            mei.locator("#view form .primary").first().click();
            assertThat(mei.locator("#view [name=off]")).isVisible();
            assertThat(mei.locator("#view .panel").first()).containsText("06:30");
            mei.locator("#view [name=for]").first().click();
            assertThat(mei.locator("#view [name=for]")).hasCount(1);
            requireAccessible(mei);
            mei.keyboard().press("Escape");
            backToTheGroup(mei);

            call(daniel);
            assertThat(mei.locator(WHY)).isVisible();
            requireAccessible(mei);

            mei.locator(WHY).click();
            assertThat(mei.locator("#drawer-title")).isFocused();
            assertThat(mei.locator("#view .db > p").first()).not().isEmpty();
            requireAccessible(mei);
            mei.locator("#view a[data-view]").click();
            assertThat(mei.locator("#quiet-from")).hasValue("22:00");
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280", "zh-CN, 360"})
    void allOfItWorksWithoutScript(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext meis = contextWithoutScript(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            Page mei = enter(meis, "ou_mei");
            openReminders(mei);
            mei.locator("main form .primary").first().click();
            assertThat(mei.locator("main [name=off]")).isVisible();
            mei.locator("main [data-close]").click();

            call(daniel);
            mei.reload();
            mei.locator(WHY).click();
            assertThat(mei.locator("main h1")).isVisible();
            assertThat(mei.locator("main .db > p").first()).not().isEmpty();
        }
    }

    private static void backToTheGroup(Page page) {
        if (page.viewportSize().width < 720) {
            page.locator("#groups .close").click();
        }
    }

    private static void call(Page daniel) {
        daniel.locator("#body").pressSequentially("@mei");
        assertThat(daniel.locator("#people [role=option]:visible")).containsText("Mei Tanaka");
        daniel.keyboard().press("Enter");
        daniel.locator("#body").pressSequentially("are you there?");
        daniel.locator("#compose .primary").click();
        assertThat(daniel.locator("#messages .msg.me [data-readers]")).isVisible();
    }

    private static void openReminders(Page page) {
        if (page.viewportSize().width < 720) {
            page.locator("a[href='#groups']").click();
        }
        page.locator(".menu.user summary").click();
        page.locator(".menu.user a[href$='/preferences/reminders']").click();
        assertThat(page.locator("#quiet-from")).isVisible();
    }
}

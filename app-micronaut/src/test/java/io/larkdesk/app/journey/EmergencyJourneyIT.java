package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer asks for speed, then declares an Emergency; an engineer is paged in Lark, takes it on and ends it. */
class EmergencyJourneyIT extends Journey {

    EmergencyJourneyIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void anEmergencyIsTakenOnAndEnded(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext sofias = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            open(daniel);
            daniel.locator(".urge button:visible").click();
            assertThat(daniel.locator(".urge button:visible")).hasAttribute("aria-disabled", "true");
            assertThat(daniel.locator("#messages .sys").last()).containsText("Sofia Lindqvist");
            requireAccessible(daniel);
            daniel.locator(".urge button:visible").focus();
            daniel.keyboard().press("Enter");
            // Who was reminded, and when the next one can go
            assertThat(daniel.locator("#noted .banner")).containsText("Sofia Lindqvist");
            assertThat(top(daniel, "#noted .banner")).isLessThan(top(daniel, "#log"));

            daniel.locator(".urge [data-drawer]:visible").click();
            assertThat(daniel.locator("#view [value=DATA_LOSS]")).isFocused();
            assertThat(daniel.locator("#view .next li").first()).containsText("Sofia Lindqvist");
            requireAccessible(daniel);
            daniel.locator("#view form .danger").click();
            assertThat(daniel.locator("#reason-problem")).isVisible();
            requireAccessible(daniel);
            daniel.locator("label:has([value=BUSINESS_UNAVAILABLE])").click();
            daniel.locator("#impact").fill("Checkout is down for all shops");
            daniel.locator("main form .danger").click();
            assertThat(daniel.locator("#emergency .emg")).containsText("Sofia Lindqvist");
            assertThat(daniel.locator("#emergency .clock")).hasText(Pattern.compile("00:00:\\d\\d"));
            requireAccessible(daniel);

            Page card = sofias.newPage();
            card.navigate(desk().sandbox().baseUrl() + "/sandbox/inbox/ou_sofia");
            Locator alert = card.locator("section.message")
                    .filter(new Locator.FilterOptions().setHasText("Checkout is down for all shops"));
            assertThat(alert).hasCount(1);
            Page sofia =
                    sofias.waitForPage(() -> alert.locator(".buttons a").first().click());
            assertThat(sofia.locator("#do-acknowledge")).isVisible();
            requireAccessible(sofia);
            sofia.locator("#do-acknowledge").click();
            assertThat(sofia.locator("#do-confirm")).isVisible();
            // Pages may still be noted meanwhile; green is the acknowledgement alone
            assertThat(daniel.locator("#timeline .g")).hasCount(1);
            assertThat(sofia.locator("#do-acknowledge")).hasCount(0);

            daniel.locator("#do-back").click();
            assertThat(daniel.locator("#do-back")).hasCount(0);
            assertThat(sofia.locator("#emergency .emg")).containsText("Daniel Okafor");
            sofia.locator("#ending summary").click();
            sofia.locator("#ending .danger").click();
            assertThat(sofia.locator("#closing-problem")).isVisible();
            requireAccessible(sofia);
            sofia.locator("#closing").fill("Failed over to the replica");
            sofia.locator("#ending .danger").click();
            assertThat(daniel.locator("#emergency .over")).containsText("Failed over to the replica");
            requireAccessible(daniel);
            assertThat(daniel.locator(".urge [data-drawer]:visible")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void allOfItWorksWithoutScript(String locale, int width) {
        try (BrowserContext daniels = contextWithoutScript(locale, width);
                BrowserContext sofias = contextWithoutScript(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            open(daniel);
            daniel.locator(".urge button:visible").click();
            assertThat(daniel.locator(".urge button:visible")).hasAttribute("aria-disabled", "true");
            daniel.locator(".urge [data-drawer]:visible").click();
            daniel.locator("label:has([value=DATA_LOSS])").click();
            daniel.locator("main form .danger").click();
            assertThat(daniel.locator("#emergency .emg")).isVisible();

            Page sofia = enter(sofias, "cli_alder", "ou_sofia");
            sofia.navigate(daniel.url().replace("cli_harbour", "cli_alder"));
            sofia.locator("#do-acknowledge").click();
            sofia.locator("#ending summary").click();
            sofia.locator("#closing").fill("Restored");
            sofia.locator("#ending .danger").click();
            daniel.reload();
            assertThat(daniel.locator("#emergency .over")).containsText("Restored");
        }
    }

    private static double top(Page page, String selector) {
        return page.locator(selector).boundingBox().y;
    }

    private static void open(Page page) {
        page.locator("[data-create]:visible").click();
        page.locator("#ticket-title").fill("Checkout writes time out");
        page.locator("#ticket-product").selectOption("unknown");
        page.locator(".creation .df .primary").click();
        assertThat(page.locator("#heading")).containsText("Checkout writes time out");
    }
}

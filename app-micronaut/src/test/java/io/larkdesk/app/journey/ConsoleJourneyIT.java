package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.larkdesk.app.SignedIn;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff take up in the console what customers want of them. */
class ConsoleJourneyIT extends ConsoleJourney {

    ConsoleJourneyIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void anEmergencyComesToTheBoardAndIsAcknowledgedThere(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext amaras = context(locale, width)) {
            Page amara = console(amaras, "ou_amara", "/emergencies");
            assertThat(amara.locator(".calm")).isVisible();
            assertThat(amara.locator("#alarm")).hasAttribute("aria-pressed", "false");
            amara.locator("#alarm").click();
            assertThat(amara.locator("#alarm")).hasAttribute("aria-pressed", "true");
            requireAccessible(amara);

            Page daniel = enter(daniels, "ou_daniel");
            daniel.locator("[data-create]:visible").click();
            daniel.locator("#ticket-title").fill("Checkout writes time out");
            daniel.locator("#ticket-product").selectOption("unknown");
            daniel.locator(".creation .df .primary").click();
            daniel.locator(".urge [data-drawer]:visible").click();
            daniel.locator("label:has([value=BUSINESS_UNAVAILABLE])").click();
            daniel.locator("#impact").fill("Checkout is down for all shops");
            daniel.locator("#view form .danger").click();

            assertThat(amara.locator(".board .emg")).containsText("Checkout is down for all shops");
            assertThat(amara.locator(".board .clock")).hasText(Pattern.compile("00:00:\\d\\d"));
            assertThat(amara.locator("#active > span").first()).hasText("1");
            requireAccessible(amara);
            amara.locator(".board .doings .danger").first().click();
            assertThat(amara.locator("[id^=confirm-]")).isVisible();
            assertThat(daniel.locator("#emergency .emg")).containsText("Amara Diallo");
            requireAccessible(amara);

            amara.locator("[id^=ending-] summary").click();
            amara.locator("[id^=ending-] .danger").click();
            assertThat(amara.locator("#closing-problem")).isVisible();
            requireAccessible(amara);
            amara.locator("[id^=closing-]:is(input)").fill("Failed over to the replica");
            amara.locator("[id^=ending-] .danger").click();
            assertThat(amara.locator(".past > li")).containsText("Failed over to the replica");
            assertThat(amara.locator("#active")).isHidden();
            requireAccessible(amara);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void theQueueHearsOfATicketAndGoesByKeyboard(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext amaras = context(locale, width)) {
            Page amara = console(amaras, "ou_amara", "/queue");
            assertThat(amara.locator("#queue")).isVisible();

            String title = "Restore test " + locale;
            Page daniel = enter(daniels, "ou_daniel");
            daniel.locator("[data-create]:visible").click();
            daniel.locator("#ticket-title").fill(title);
            daniel.locator("#ticket-product").selectOption("unknown");
            daniel.locator(".creation .df .primary").click();

            Locator row = amara.locator("#queue tbody tr").filter(new Locator.FilterOptions().setHasText(title));
            assertThat(row.locator(".tag.new")).isVisible();
            requireAccessible(amara);
            amara.locator("#main h1").focus();
            Locator link = row.locator("a.ti");
            for (int rows = amara.locator("#queue a.ti").count();
                    rows > 0
                            && !link.evaluate("a => a === document.activeElement")
                                    .equals(true);
                    rows--) {
                amara.keyboard().press("j");
            }
            assertThat(link).isFocused();
            amara.keyboard().press("x");
            assertThat(row.locator("[type=checkbox]")).isChecked();
            daniel.locator("#body").fill("Is anybody there?");
            amara.waitForResponse(
                    answer -> answer.url().contains("/console/queue")
                            && answer.request().headers().containsKey("x-fragment"),
                    () -> daniel.locator("#compose .primary").click());
            assertThat(row.locator("[type=checkbox]")).isChecked();
            amara.locator("#resolve").click();
            assertThat(amara.locator("#resolution-problem")).isVisible();
            daniel.locator("#body").fill("Hello?");
            daniel.locator("#compose .primary").click();
            assertThat(amara.locator("#resolution-problem")).hasCount(0);
            assertThat(row.locator("[type=checkbox]")).isChecked();
            amara.locator("#resolution").fill("Restored from the backup");
            amara.locator("#resolve").click();
            assertThat(row.locator(".tag.done")).isVisible();
            requireAccessible(amara);
            take(row);
            row.locator("a.ti").focus();
            amara.keyboard().press("r");
            assertThat(amara.locator("#body")).isFocused();
        }
    }

    private static void take(Locator row) {
        assertThat(row.locator("a.ti")).isVisible();
        if (row.locator("[id^=take-]").isVisible()) {
            row.locator("[id^=take-]").click();
            assertThat(row.locator("[id^=take-]")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aCannedAnswerIsMadeAndPutIntoAMessage(String locale, int width) {
        String title = "Which regions " + locale;
        SignedIn.to(desk().node(), "cli_harbour", "ou_daniel").openTicket(title);
        try (BrowserContext amaras = context(locale, width)) {
            Page amara = console(amaras, "ou_amara", "/answers");
            amara.locator("#add").click();
            assertThat(amara.locator("#problem")).isVisible();
            requireAccessible(amara);
            amara.locator("#name").fill("Ask for logs " + locale);
            amara.locator("#body").fill("Please send us the logs.\nThank you.");
            amara.locator("#add").click();
            assertThat(amara.locator(".note.ok")).isVisible();
            amara.locator("main summary").first().click();
            requireAccessible(amara);

            amara.navigate(desk().node().url() + "/console/queue?q=regions");
            Locator row = amara.locator("#queue tbody tr").filter(new Locator.FilterOptions().setHasText(title));
            take(row);
            row.locator("a.ti").click();
            awaitShown(amara, "#body");
            amara.locator("#body").fill("Hello! ");
            amara.locator("#answers summary").click();
            requireAccessible(amara);
            amara.locator("#answers .mi")
                    .filter(new Locator.FilterOptions().setHasText("logs " + locale))
                    .click();
            assertThat(amara.locator("#body")).hasValue("Hello! Please send us the logs.\nThank you.");
            amara.locator("#compose .primary").click();
            assertThat(amara.locator(".msg.me .bub").last()).containsText("Please send us the logs.");
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void whatLarkRefusedIsFoundAndSentAgain(String locale, int width) {
        String app = "{\"app_id\": \"cli_harbour\", \"available_to\": ";
        try (BrowserContext daniels = context(locale, width);
                BrowserContext sofias = context(locale, width)) {
            // Known, and not looking
            SignedIn.to(desk().node(), "cli_harbour", "ou_mei");
            Page daniel = enter(daniels, "ou_daniel");
            desk().control("/sandbox/apps", app + "[\"ou_daniel\"]}");
            daniel.locator("#body").pressSequentially("@mei");
            assertThat(daniel.locator("#people [role=option]:visible")).containsText("Mei Tanaka");
            daniel.keyboard().press("Enter");
            daniel.locator("#compose .primary").click();

            Page sofia = console(sofias, "ou_sofia", "/reminders");
            await().until(() -> {
                sofia.reload();
                return sofia.locator(".tb.reminders .tag.emg").count() == 1;
            });
            requireAccessible(sofia);
            desk().control("/sandbox/apps", app + "\"all\"}");
            sofia.locator(".tb.reminders .detail button").click();
            assertThat(sofia.locator("#told")).isVisible();
            requireAccessible(sofia);
            await().until(() -> {
                sofia.reload();
                return sofia.locator(".tb.reminders .tag.done").count() == 1;
            });
            sofia.locator(".filter.reminders [name=outcome]").selectOption("WAITING");
            sofia.locator(".filter.reminders button").click();
            assertThat(sofia.locator(".cbody .empty, .empty").first()).isVisible();
            requireAccessible(sofia);
        }
    }
}

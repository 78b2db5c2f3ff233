package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff plan who is on duty. */
class RosterJourneyIT extends ConsoleJourney {

    RosterJourneyIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aShiftIsPlannedPartlyTakenOverAndTakenOut(String locale, int width) {
        try (BrowserContext sofias = context(locale, width)) {
            Page sofia = console(sofias, "ou_sofia", "/roster?week=2030-06-03");
            // Once the zone is known the page is drawn again
            assertThat(sofia.locator("body")).not().hasAttribute("data-zone", "Z");
            assertThat(sofia.locator(".gap").first()).isVisible();
            requireAccessible(sofia);
            sofia.locator("#weeks").fill("40");
            sofia.locator("#shifts .primary").click();
            assertThat(sofia.locator("#problem")).isVisible();
            requireAccessible(sofia);
            sofia.locator("#weeks").fill("2");
            sofia.locator("#shifts .primary").click();

            assertThat(sofia.locator(".duty .prow")).hasCount(1);
            sofia.locator(".shift summary").click();
            requireAccessible(sofia);
            sofia.locator(".shift [name=from]").fill("2030-06-03T12:00");
            sofia.locator(".shift .primary").click();
            assertThat(sofia.locator(".duty .prow")).hasCount(2);

            sofia.locator(".shift summary").first().click();
            sofia.locator(".shift[open] .danger").click();
            assertThat(sofia.locator(".duty .prow")).hasCount(1);
            requireAccessible(sofia);

            sofia.locator("#leaves").fill("2030-06-08T00:00");
            sofia.locator("#returns").fill("2030-06-09T00:00");
            sofia.locator("#reason").fill("Wedding");
            sofia.locator("#absences .primary").click();
            assertThat(sofia.locator(".away .prow")).containsText("Wedding");
            requireAccessible(sofia);
            sofia.locator(".away .btn").click();
            assertThat(sofia.locator(".away .prow")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aRotationIsPlannedAndACalendarThatDoesNotFitIsNotTaken(String locale, int width) {
        try (BrowserContext sofias = context(locale, width)) {
            Page sofia = console(sofias, "ou_sofia", "/roster?week=2030-07-01");
            assertThat(sofia.locator("body")).not().hasAttribute("data-zone", "Z");
            sofia.locator("#rounds").fill("99");
            sofia.locator("#rotations .primary").click();
            assertThat(sofia.locator("#rotations #problem")).isVisible();
            requireAccessible(sofia);
            sofia.locator("#rounds").fill("2");
            sofia.locator("#first").fill("2030-07-01");
            sofia.locator("#turn2").selectOption(new SelectOption().setIndex(2));
            sofia.locator("#rotations .primary").click();
            // The week begins with nobody, and the first has seven days of it
            assertThat(sofia.locator(".duty .prow")).hasCount(7);

            sofia.locator("#file")
                    .setInputFiles(new FilePayload(
                            "lunch.ics",
                            "text/calendar",
                            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                                    .getBytes(StandardCharsets.UTF_8)));
            sofia.locator("#calendars .primary").click();
            assertThat(sofia.locator("#told")).containsText("Lunch");
            requireAccessible(sofia);
        }
    }
}

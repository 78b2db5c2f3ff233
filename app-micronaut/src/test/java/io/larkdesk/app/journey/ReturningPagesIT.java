package io.larkdesk.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import io.larkdesk.app.OneBrowser;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that are cut off together do not come back together. */
@ExtendWith(OneBrowser.class)
class ReturningPagesIT {

    private static final int PAGES = 24;
    private static final int LONGEST_WAIT_MILLIS = 2_000;

    /** Before the page's own script: notes how long it waits until it connects again. */
    private static final String NOTE = """
            window.waits = [];
            const later = window.setTimeout;
            window.setTimeout = (what, millis, ...more) => {
              if (what.name === 'connect') {
                window.waits.push(millis);
              }
              return later(what, millis, ...more);
            };
            """;

    private static final String ALL_ALIKE = "Math.random = () => 0.5;";

    private static Browser browser;
    private static RunningDesk desk;
    private static SignedIn daniel;

    @BeforeAll
    static void start(Browser one) {
        browser = one;
        desk = RunningDesk.start(Map.of());
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** How long each of many pages, which cannot connect, waits until it tries again. */
    private static List<Double> firstWaits(String before) {
        BrowserContext context = browser.newContext();
        context.addInitScript(NOTE + before);
        context.addCookies(daniel.browser().cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                        .setUrl(desk.node().url().toString()))
                .toList());
        Page page = context.newPage();
        page.route("**/events?**", Route::abort);
        List<Double> waits = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            page.navigate(desk.node().url() + daniel.path(""));
            // Not by the browser: what it looks for again and again it evaluates, which the page's policy forbids
            await().until(() -> (boolean) page.evaluate("window.waits.length > 0"));
            waits.add(((Number) page.evaluate("window.waits[0]")).doubleValue());
        }
        context.close();
        return waits;
    }

    /** In no tenth of the time in which they can come back do half of them. */
    private static void requireSpread(List<Double> waits) {
        assertThat(waits).hasSize(PAGES).allMatch(wait -> wait >= 0 && wait <= LONGEST_WAIT_MILLIS);
        for (double from : waits) {
            assertThat(waits)
                    .filteredOn(wait -> wait >= from && wait < from + LONGEST_WAIT_MILLIS / 10.0)
                    .as("in a tenth of the time, of %s", waits)
                    .hasSizeLessThan(PAGES / 2);
        }
    }

    @Test
    void theyWaitForDifferentTimes() {
        requireSpread(firstWaits(""));
    }

    /** The control. */
    @Test
    void thatAllWaitForTheSameTimeIsFound() {
        List<Double> waits = firstWaits(ALL_ALIKE);

        assertThatThrownBy(() -> requireSpread(waits)).isInstanceOf(AssertionError.class);
    }
}

package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.larkdesk.app.OneBrowser;
import io.larkdesk.app.RunningDesk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What journeys in a real browser through a running desk have in common. */
@ExtendWith(OneBrowser.class)
abstract class Journey {

    /** Themes differ in nothing else. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    /** What axe finds wrong with a page. What fades in is judged as it stays. */
    private static final String IN_BOTH_THEMES = """
            async ofColours => {
                const wrong = [];
                for (const [theme, rules] of [["light", {}], ["dark", { runOnly: ofColours }]]) {
                    document.documentElement.dataset.theme = theme;
                    await Promise.all(document.getAnimations()
                        .filter(moving => moving.effect.getComputedTiming().endTime !== Infinity)
                        .map(moving => moving.finished.catch(() => {})));
                    const { violations } = await axe.run({ ...rules, resultTypes: ["violations"] });
                    wrong.push(...violations.map(({ id, nodes }) =>
                        `${theme}: ${id}: ${nodes.map(node => `${node.html} ${node.failureSummary}`).join()}`));
                }
                return wrong;
            }
            """;

    private final Browser browser;
    private final Map<String, Object> settings;
    private RunningDesk desk;

    Journey(Browser browser) {
        this(browser, Map.of());
    }

    /** A journey through a desk with other settings than the usual. */
    Journey(Browser browser, Map<String, Object> settings) {
        this.browser = browser;
        this.settings = Map.copyOf(settings);
    }

    @BeforeEach
    void start() {
        desk = RunningDesk.start(settings);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    final RunningDesk desk() {
        return desk;
    }

    /** A browser of its own, which speaks the language of {@code locale}. */
    final BrowserContext context(String locale, int width) {
        return patient(browser.newContext(options(locale, width)));
    }

    final BrowserContext contextWithoutScript(String locale, int width) {
        return patient(browser.newContext(options(locale, width).setJavaScriptEnabled(false)));
    }

    private static BrowserContext patient(BrowserContext context) {
        context.setDefaultTimeout(OneBrowser.LONGEST_MILLIS);
        return context;
    }

    private static Browser.NewContextOptions options(String locale, int width) {
        return new Browser.NewContextOptions().setViewportSize(width, 800).setLocale(locale);
    }

    final Page enter(BrowserContext context, String openId) {
        return enter(context, "cli_harbour", openId);
    }

    /** A page of the person, who signs in and is in a group. */
    final Page enter(BrowserContext context, String app, String openId) {
        Page page = context.newPage();
        page.navigate(desk.node().url() + "/lark/" + app + "/workbench");
        page.locator("button[value='" + openId + "']").click();
        awaitShown(page, "#body");
        return page;
    }

    /** Waits for a page that has this, and until its script has run: what one does before is the browser's alone. */
    static void awaitShown(Page page, String selector) {
        assertThat(page.locator(selector)).isVisible();
        page.waitForLoadState();
    }

    /** In light and dark nothing that axe knows is wrong, and nothing is wider than it has room. */
    static void requireAccessible(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        assertThat((List<?>) page.evaluate(IN_BOTH_THEMES, OF_COLOURS)).isEmpty();
        assertThat((Integer) page.evaluate(
                        "Math.max(...[document.documentElement, ...document.querySelectorAll('#view, .cbody, .db, .side, .log, .compose, #ask, .wrap, .actbar')]"
                                + ".map(box => box.scrollWidth - box.clientWidth))"))
                .isZero();
    }
}

package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.larkdesk.app.OneBrowser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Daniel's browser at the group's page. A test fails, too, if the page logs an error or breaks its content security policy. */
@ExtendWith(OneBrowser.class)
abstract class InBrowser {

    private static final String EVENTS = "/lark/" + Samples.APP + "/events";

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    final List<String> errors = new ArrayList<>();
    DeskServer server;
    Desk desk;
    BrowserContext context;
    Page page;

    @BeforeEach
    void openBrowser(Browser browser) throws IOException {
        desk = new Desk();
        server = new DeskServer(desk);
        context = browser.newContext(options());
        context.setDefaultTimeout(OneBrowser.LONGEST_MILLIS);
        page = newPage();
    }

    @AfterEach
    void closeBrowser() {
        context.close();
        server.close();
        assertThat(errors).isEmpty();
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("en-GB")
                .setTimezoneId("Asia/Singapore");
    }

    /** A further window of Daniel's. */
    Page newPage() {
        return newPage(Samples.NOW);
    }

    private Page newPage(Instant now) {
        Page opened = context.newPage();
        install(opened.clock(), now);
        opened.onPageError(errors::add);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        return opened;
    }

    /** Playwright makes names of its commands in the default locale, and is not understood where that is Turkish. */
    private static void install(Clock clock, Instant now) {
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            clock.install(new Clock.InstallOptions().setTime(Date.from(now)));
        } finally {
            Locale.setDefault(locale);
        }
    }

    /** Opens the group, and waits until the page follows it. */
    void open() {
        open("");
    }

    void open(String query) {
        page.navigate(server.url(DeskServer.GROUP + query));
        awaitStream();
    }

    void awaitStream() {
        await().until(() -> !server.streams().isEmpty());
    }

    Locator composer() {
        return page.locator("#body");
    }

    /** Writes as a person does, and presses Enter. */
    void send(String words) {
        composer().pressSequentially(words);
        composer().press("Enter");
    }

    Locator messages() {
        return page.locator("#messages .msg");
    }

    Locator outbox() {
        return page.locator("#outbox .msg");
    }

    Locator message(long seq) {
        return page.locator("#m-" + seq);
    }

    Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The words of the messages on the page, in order. */
    List<String> texts() {
        return page.locator("#messages .msg .bub p, #outbox .msg .bub p").allInnerTexts();
    }

    /** As if the page had been open for so much longer. */
    void pass(Duration time) {
        page.clock().fastForward(time.toMillis());
    }

    /** Lets half seconds pass until {@code awaited} is to be seen. */
    void passUntil(Locator awaited) {
        for (int i = 0; i < 60 && !awaited.isVisible(); i++) {
            pass(Duration.ofMillis(500));
        }
        PlaywrightAssertions.assertThat(awaited).isVisible();
    }

    /** The page closed, and opened again {@code later} than it was opened. */
    Page reopened(Duration later) {
        page.close();
        Page opened = newPage(Samples.NOW.plus(later));
        opened.navigate(server.url(DeskServer.GROUP));
        return opened;
    }

    /** Whether the window has the person's attention; a browser that is driven always says yes. */
    void focus(boolean focused) {
        page.evaluate(
                "focused => {"
                        + " document.hasFocus = () => focused;"
                        + " window.dispatchEvent(new Event(focused ? 'focus' : 'blur')); }",
                focused);
    }

    /** Whether the window is covered or minimised. */
    void hide(boolean hidden) {
        page.evaluate(
                "hidden => {"
                        + " Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }

    void breakStream() {
        server.broken.add(EVENTS);
        server.cut();
    }

    void mendStream() {
        server.broken.remove(EVENTS);
    }
}

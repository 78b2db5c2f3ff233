package io.larkdesk.app.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.larkdesk.app.OneBrowser;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.StoppedClock;
import io.larkdesk.core.onboarding.AppAddresses;
import io.larkdesk.core.onboarding.DeskAddress;
import io.larkdesk.core.tenant.AppId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pictures in the documents show the pages as they are. {@code bin/screenshots} takes them anew. */
@ExtendWith(OneBrowser.class)
class TourIT {

    private static final boolean WRITE = "write".equals(System.getProperty("larkdesk.pictures"));
    private static final Path KEPT = Path.of("../docs/pictures");
    private static final Path TAKEN = Path.of("target/pictures");

    private static final String SETTLED = """
            ([url, shown]) => {
              const style = Object.assign(document.createElement('style'), {
                textContent: ':root { --font: "DejaVu Sans", "Noto Sans CJK SC"; } * { animation: none !important; transition: none !important; }',
              });
              document.head.append(style);
              const settle = () => {
                // Their colours come of ids, which are made anew each time
                document.querySelectorAll('.av').forEach((avatar) => {
                  const hue = 'abcdefgh'[avatar.textContent.trim().charCodeAt(0) % 8];
                  avatar.className = avatar.className.replace(/hue-./, 'hue-' + hue);
                });
                // Where this desk is found differs each time, too
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                  texts.currentNode.data = texts.currentNode.data.replaceAll(url, shown);
                }
              };
              settle();
              // The page draws pieces of itself again when it likes
              new MutationObserver(settle).observe(document.body, { childList: true, subtree: true });
              document.activeElement?.blur();
              return document.fonts.ready.then(() => true);
            }
            """;

    private final Browser browser;
    private final List<String> stale = new ArrayList<>();

    TourIT(Browser browser) {
        this.browser = browser;
    }

    /** How a picture is taken. */
    private record Look(String locale, String theme, int width, int height) {

        static final Look USUAL = new Look("en-GB", "light", 1440, 900);
        static final Look PHONE = new Look("zh-CN", "dark", 360, 740);
    }

    @Test
    void thePicturesShowThePagesAsTheyAre() throws IOException {
        StoppedClock clock = new StoppedClock(TourScene.NOW.minus(Duration.ofHours(2)));
        try (RunningDesk desk = RunningDesk.start(Map.of(
                "larkdesk.db.url", clock.database(),
                "larkdesk.reminder.window", "PT10M",
                "larkdesk.reminder.grace", "PT5S"))) {
            try (BrowserContext first = context(Look.PHONE)) {
                // A person's language is that of the first browser
                signedIn(first, desk, "ou_xiaoming", "/lark/cli_harbour/workbench");
            }
            TourScene scene = new TourScene(desk, clock);
            ofCustomers(desk, scene);
            ofStaff(desk, scene);
        }
        assertThat(stale)
                .as(
                        "show what the pages do not; what they do is in app-micronaut/target/pictures, and bin/screenshots takes them anew")
                .isEmpty();
    }

    private void ofCustomers(RunningDesk desk, TourScene scene) throws IOException {
        String tickets = "/lark/cli_harbour/tickets/";
        shown(desk, "service-group", Look.USUAL, "ou_daniel", scene.serviceGroup());
        shown(desk, "workstation", Look.USUAL, "ou_daniel", scene.serviceGroup() + "/workstation");
        shown(desk, "emergency", Look.USUAL, "ou_daniel", tickets + "1005");
        shown(desk, "ticket", new Look("en-GB", "light", 1440, 1120), "ou_mei", tickets + "1001");
        shown(desk, "service-group-zh-phone", Look.PHONE, "ou_xiaoming", scene.serviceGroup());
    }

    private void ofStaff(RunningDesk desk, TourScene scene) throws IOException {
        shown(desk, "queue", new Look("en-GB", "dark", 1440, 900), "ou_sofia", "/console/queue");
        shown(desk, "roster", Look.USUAL, "ou_sofia", "/console/roster?week=2026-11-23");
        shown(desk, "budget", Look.USUAL, "ou_sofia", scene.budget());
        try (BrowserContext context = context(Look.USUAL)) {
            Page page = signedIn(context, desk, "ou_sofia", "/console/tenants/new");
            page.locator("#organisation").fill("Kestrel Air");
            page.locator(".creation .primary").click();
            set(desk, new AppId("cli_kestrel"));
            page.locator("#app_id").fill("cli_kestrel");
            page.locator("#app_secret").fill("kestrel-secret");
            page.locator("form[action$='/app'] .btn").click();
            assertThat(page.locator(".chk").first()).isVisible();
            page.locator(".chk").first().scrollIntoViewIfNeeded();
            compare(desk, page, "preflight");
        }
    }

    /** An app as an administrator might leave it: without the bot, and with a scope too few. */
    private static void set(RunningDesk desk, AppId app) {
        AppAddresses addresses = new AppAddresses(desk.node().bean(DeskAddress.class), app);
        desk.control("/sandbox/apps", """
                {"app_id": "%s", "app_secret": "kestrel-secret", "organisation": "Kestrel Air", "brand": "lark", "enabled": true,
                 "published": true, "bot": false, "home_page": "%s", "available_to": "all", "redirect_urls": ["%s"],
                 "scopes": ["application:application:self_manage", "im:message:send_as_bot", "tenant:tenant:readonly"]}
                """.formatted(
                        app, addresses.homePage(), addresses.redirectUrls().get(0)));
    }

    private void shown(RunningDesk desk, String name, Look look, String openId, String path) throws IOException {
        try (BrowserContext context = context(look)) {
            compare(desk, signedIn(context, desk, openId, path), name);
        }
    }

    private BrowserContext context(Look look) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setLocale(look.locale())
                .setTimezoneId("Asia/Singapore")
                .setBypassCSP(true));
        context.setDefaultTimeout(OneBrowser.LONGEST_MILLIS);
        context.addCookies(List.of(cookie("theme", look.theme()), cookie("zone", "Asia%2FSingapore")));
        return context;
    }

    private static Cookie cookie(String name, String value) {
        return new Cookie(name, value).setDomain("localhost").setPath("/");
    }

    /** The page at {@code path}, to which the person signs in. Its time stands still, too, so that nothing on it is ever read for long enough. */
    private static Page signedIn(BrowserContext context, RunningDesk desk, String openId, String path) {
        Page page = context.newPage();
        stop(page.clock());
        page.navigate(desk.node().url() + path);
        page.locator("button[value='" + openId + "']").click();
        assertThat(page.locator("#main")).isVisible();
        page.navigate(desk.node().url() + path);
        assertThat(page.locator("#main")).isVisible();
        page.waitForLoadState();
        // A page that follows its group counts nothing of it as unread
        for (Locator unread : page.locator("#rail-groups [aria-current] .badge").all()) {
            assertThat(unread).isHidden();
        }
        return page;
    }

    /** Playwright makes names of its commands in the default locale, and is not understood where that is Turkish. */
    private static void stop(Clock clock) {
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            clock.install(new Clock.InstallOptions().setTime(Date.from(TourScene.NOW.minusSeconds(1))));
            clock.pauseAt(Date.from(TourScene.NOW));
        } finally {
            Locale.setDefault(locale);
        }
    }

    private void compare(RunningDesk desk, Page page, String name) throws IOException {
        page.evaluate(SETTLED, List.of(desk.node().url().toString(), "https://desk.example.com"));
        Picture kept = new Picture(KEPT, name);
        if (WRITE) {
            kept.take(page);
        }
        List<String> differences = kept.differences(page);
        if (!differences.isEmpty()) {
            new Picture(TAKEN, name).take(page);
            stale.add(name + ": " + differences.size() + " differences, of which the first is " + differences.get(0));
        }
    }
}

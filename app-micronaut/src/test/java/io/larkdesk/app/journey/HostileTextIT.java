package io.larkdesk.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import io.larkdesk.app.OneBrowser;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.testkit.Effort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every text that people can enter is hostile, and a real browser looks at every page that shows it: nothing runs, the content security
 * policy has nothing to stop, and nothing in a page is an element or an attribute that a text would have liked to be.
 */
@ExtendWith(OneBrowser.class)
class HostileTextIT {

    /** In the page before all others: what would run notes that it did, and what the policy stops is noted. */
    private static final String WATCH = """
            window.ran = 0;
            window.pwn = () => { window.ran++; };
            window.stopped = [];
            document.addEventListener('securitypolicyviolation', e => window.stopped.push(e.violatedDirective + ' ' + e.blockedURI));
            """;

    /** What no page of ours has, in a document. */
    private static final String FOREIGN = """
            root => {
              const found = [];
              const addresses = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcdoc', 'content'];
              const elements = 'iframe,frame,frameset,object,embed,base,applet,math,marquee,foreignObject,animate,set,plaintext,xmp,noscript,'
                + 'x-pwn,slot,template:not([id]),meta[http-equiv],script:not([src]),style,video,audio,source,area';
              const parts = [root, ...[...root.querySelectorAll('template')].map(part => part.content)];
              const all = selector => parts.flatMap(part => [...part.querySelectorAll(selector)]);
              all(elements).forEach(e => found.push(e.outerHTML.slice(0, 120)));
              all('*').forEach(e => {
                for (const a of e.attributes) {
                  const value = a.value.trim().toLowerCase();
                  if (/^on/i.test(a.name) || (['id', 'class', 'name'].includes(a.name) && /(^|\\s)pwn/.test(value))
                      || (addresses.includes(a.name) && /^[\\s\\u0000-\\u0020]*(javascript|data|vbscript|file):/.test(value.replace(/\\s/g, '')))
                      || (addresses.includes(a.name) && a.name !== 'content' && /^(https?:)?\\/\\/elsewhere\\.example/.test(value))) {
                    found.push(a.name + '=' + a.value + ' of ' + e.tagName);
                  }
                }
              });
              return found;
            }
            """;

    private static final long SEED = Long.getLong("larkdesk.seed", System.nanoTime());
    private static final int RANDOM_TEXTS = Effort.of(500);

    /** Of a message's 8,000 characters. */
    private static final int LONGEST_BATCH = 6_000;

    private static final Pattern TURNED = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static Browser browser;
    private static RunningDesk desk;
    private static HostileScene scene;

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> shown = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    @BeforeAll
    static void start(Browser one) {
        browser = one;
        desk = RunningDesk.start(Map.of("larkdesk.reminder.grace", "PT1H", "larkdesk.emergency.ack-within", "PT24H"));
        scene = new HostileScene(desk);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private Page as(SignedIn who) {
        BrowserContext context = browser.newContext();
        context.setDefaultTimeout(OneBrowser.LONGEST_MILLIS);
        context.addInitScript(WATCH);
        context.addCookies(who.browser().cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                        .setUrl(desk.node().url().toString()))
                .toList());
        Page page = context.newPage();
        page.onDialog(this::note);
        return page;
    }

    private void note(Dialog dialog) {
        wrong.add("a dialog: " + dialog.message());
        dialog.dismiss();
    }

    @Test
    void nothingOfWhatPeopleEnterDoesAnything() {
        assertThat(scene.texts()).hasSizeGreaterThan(100);
        look(
                scene.lena(),
                List.of(
                        scene.lena().path(""),
                        scene.lena().path("?m=5"),
                        scene.lena().path("/members"),
                        scene.lena().path("/people"),
                        scene.lena().path("/messages/" + scene.own() + "/readers"),
                        scene.lena().path("/messages/" + scene.call() + "/reminder"),
                        scene.lena().path("/workstation"),
                        scene.lena().path("/workstation?q=pwn"),
                        scene.lena().path("/tickets/new"),
                        scene.lena().path("/invites"),
                        "/lark/cli_meridian/tickets/" + scene.ticket(),
                        "/lark/cli_meridian/tickets/" + scene.ticket() + "/timeline",
                        "/lark/cli_meridian/tickets/" + scene.ticket() + "/emergency",
                        "/lark/cli_meridian/organisation",
                        "/lark/cli_meridian/organisation/reports"));
        look(scene.sofia(), List.of("/lark/cli_alder/tickets/" + scene.ticket()));
        String tenant = scene.lena().person().id().tenant().toString();
        look(
                scene.ines(),
                List.of(
                        "/console/queue",
                        "/console/queue?q=%3Cimg%20src%3Dx%20onerror%3Dpwn()%3E",
                        "/console/emergencies",
                        "/console/tenants",
                        "/console/tenants/new",
                        "/console/tenants/" + tenant,
                        scene.console().onboarding(),
                        scene.console().guidePage(),
                        "/console/tenants/" + scene.other() + "/deletion",
                        "/console/answers",
                        "/console/answers?name=%22%3E%3Cscript%3Epwn()%3C/script%3E",
                        "/console/api",
                        "/console/webhooks",
                        "/console/plans",
                        "/console/roster?week=2030-06-03",
                        "/console/roster?week=2030-06-17",
                        "/console/staff",
                        "/console/audit",
                        "/console/reminders",
                        "/console/reports",
                        "/console/reports/" + tenant,
                        "/console/budgets",
                        "/console/budgets/" + tenant,
                        "/console/budgets/" + scene.other()));
        assertThat(wrong).isEmpty();
        assertThat(scene.taken())
                .as("taken in each field")
                .allSatisfy((field, count) -> assertThat(count).as(field).isPositive());
        assertThat(seen)
                .as("of the texts, so many were seen on some page")
                .hasSizeGreaterThan(scene.texts().size() * 9 / 10);
        assertThat(shown.values())
                .as("pages that have more than a hundred of them")
                .filteredOn(count -> count > 100)
                .hasSizeGreaterThan(12);
    }

    private void look(SignedIn who, List<String> paths) {
        Page page = as(who);
        for (String path : paths) {
            int status = page.navigate(desk.node().url() + path).status();
            if (status != 200) {
                wrong.add(path + ": " + status);
            }
            page.waitForLoadState();
            check(page, path);
            String text = (String) page.evaluate("document.body.textContent"
                    + " + [...document.querySelectorAll('input,textarea')].map(e => e.value).join(' ')");
            if (TURNED.matcher(text).find()) {
                wrong.add(path + ": text in another direction");
            }
            List<String> found = scene.texts().stream()
                    .map(HostileText::text)
                    .filter(text::contains)
                    .toList();
            shown.put(path, found.size());
            seen.addAll(found);
        }
        page.context().close();
    }

    private void check(Page page, String path) {
        if (!page.evaluate("window.ran").equals(0)) {
            wrong.add(path + ": something has run");
        }
        ((List<?>) page.evaluate("window.stopped")).forEach(what -> wrong.add(path + ": stopped " + what));
        foreign(page, "document").forEach(what -> wrong.add(path + ": not ours " + what));
    }

    /** What the page's script draws: messages that come in, and the names of those who can be mentioned. */
    @Test
    void whatComesWhileAPageIsOpenDoesNothing() {
        Page page = as(scene.lena());
        page.navigate(desk.node().url() + scene.lena().path(""));
        page.waitForLoadState();
        String all = scene.texts().stream().map(HostileText::text).collect(Collectors.joining("\n"));
        scene.lena().say("Just now: " + all);
        PlaywrightAssertions.assertThat(
                        page.locator("#messages .msg", new Page.LocatorOptions().setHasText("Just now:")))
                .isVisible();
        page.locator("#body").pressSequentially("@<");
        PlaywrightAssertions.assertThat(page.locator("#people .opt").first()).isVisible();

        check(page, "live");
        assertThat(wrong).isEmpty();
        page.context().close();
    }

    /** Parts of the texts put together anew, many to a message; a run of 100,000 is effort 200. */
    @Test
    void whatIsPutTogetherOfThemDoesNothingEither() {
        Random random = new Random(SEED);
        List<String> parts = scene.texts().stream()
                .flatMap(text -> Stream.of(text.text().split("(?<=[\\s<>\"'/=;])", -1)))
                .distinct()
                .toList();
        Page page = as(scene.lena());
        page.navigate(desk.node().url() + scene.lena().path(""));
        page.waitForLoadState();
        int made = 0;
        for (int batch = 0; made < RANDOM_TEXTS; batch++) {
            StringBuilder texts = new StringBuilder("Batch " + batch + ":");
            int before = made;
            while (made < RANDOM_TEXTS && texts.length() < LONGEST_BATCH) {
                texts.append('\n');
                for (int left = 2 + random.nextInt(9); left > 0; left--) {
                    texts.append(parts.get(random.nextInt(parts.size())));
                }
                made++;
            }
            String told = "seed " + SEED + ", texts " + before + " to " + made;
            assertThat(scene.lena().say(texts.toString()).status()).as(told).isEqualTo(200);
            // as the script draws it, and as the page is drawn
            PlaywrightAssertions.assertThat(page.locator(
                            "#messages .msg", new Page.LocatorOptions().setHasText("Batch " + batch + ":")))
                    .isVisible();
            check(page, told + ", drawn by the script");
            page.reload();
            page.waitForLoadState();
            check(page, told);
        }
        assertThat(wrong).isEmpty();
        page.context().close();
    }

    private static List<?> foreign(Page page, String root) {
        return (List<?>) page.evaluate("(" + FOREIGN + ")(" + root + ")");
    }

    /** The check finds each of the texts, but those that only seem to be something, where one of these places has it as it is. */
    @Test
    void whateverIsLeftAsItIsWouldBeFound() {
        Page page = browser.newContext().newPage();
        List<String> overlooked = new ArrayList<>();
        for (HostileText text : scene.texts()) {
            boolean found = false;
            for (String place : List.of(
                    "<p>%</p>",
                    "<input value=\"%\">",
                    "<input value='%'>",
                    "<a href=\"%\">x</a>",
                    "<textarea>%</textarea>",
                    "<title>%</title>",
                    "<select><option>%</option></select>",
                    "<!-- % -->",
                    "<p>&amp;%</p>")) {
                String html = place.replace("%", text.text());
                found |= !((List<?>) page.evaluate(
                                "html => (" + FOREIGN + ")(new DOMParser().parseFromString(html, 'text/html'))", html))
                        .isEmpty();
            }
            if (!found && !Set.of("templates", "seeming").contains(text.category())) {
                overlooked.add(text.text());
            }
        }
        page.context().close();
        // these would have to be read twice, or are of browsers that are gone
        assertThat(overlooked).hasSizeLessThan(scene.texts().size() / 6);
    }

    /** A page that has one text as it is, under our own policy: it is found by each of the ways, and nothing runs even then. */
    @Test
    void aPageThatLeavesATextAsItIsIsFound() {
        Page page = as(scene.lena());
        Answer group = scene.lena().page("");
        String policy = "Content-Security-Policy";
        String broken =
                group.body().replaceFirst("</h1>", "</h1><img src=x class=pwn onerror=pwn()><script>pwn()</script>");
        page.route(
                "**" + scene.lena().path(""),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setHeaders(Map.of("Content-Type", "text/html; charset=utf-8", policy, group.header(policy)))
                        .setBody(broken)));
        page.navigate(desk.node().url() + scene.lena().path(""));
        page.waitForLoadState();

        assertThat(foreign(page, "document")).hasSizeGreaterThanOrEqualTo(3);
        assertThat((List<?>) page.evaluate("window.stopped")).isNotEmpty();
        assertThat(page.evaluate("window.ran")).isEqualTo(0);
        page.context().close();
    }
}

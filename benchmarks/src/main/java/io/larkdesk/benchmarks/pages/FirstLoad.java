package io.larkdesk.benchmarks.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Member;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.wire.Latencies;
import io.larkdesk.benchmarks.wire.Link;
import io.larkdesk.benchmarks.wire.Loop;
import io.larkdesk.benchmarks.wire.Marks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A group's page in Chromium: what comes over the network the first time, and how soon what is said afterwards is on the screen. */
public final class FirstLoad implements Worker {

    private static final Metric BYTES = Metric.cost("first load, compressed", "KB");
    private static final Metric REQUESTS = Metric.cost("first load, requests", "requests");
    private static final Metric FIRST = Metric.cost("from the address until the first message is there", "ms");
    private static final Metric PUSH = Metric.cost("from the network to the screen, 99 of 100", "ms");

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium-headless-shell");
    private static final int SAID_BEFORE = 50;
    private static final int SAID_LIVE = 100;

    /** Notes of each marked message when it was first in the document. */
    private static final String WATCH = """
            () => {
              window.seen = {};
              new MutationObserver(() => {
                for (const line of document.querySelectorAll('li[data-seq]:nth-last-of-type(-n+40)')) {
                  const mark = /@@(\\d{8})@@/.exec(line.textContent);
                  if (mark && !(mark[1] in window.seen)) window.seen[mark[1]] = performance.timeOrigin + performance.now();
                }
              }).observe(document.body, {subtree: true, childList: true});
            }""";

    private final Desk desk;
    private final Member author;
    private final Member reader;
    private final Loop loop = new Loop();
    private final Map<Integer, Double> arrived = new ConcurrentHashMap<>();
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;
    private int next;

    private FirstLoad(Postgres postgres) {
        desk = Desk.start(postgres.newDatabase("page"), 3, 1, Map.of());
        author = desk.signIn(0);
        reader = desk.signIn(1);
        for (int i = 0; i < SAID_BEFORE; i++) {
            author.say("It has not worked since this morning, and nobody in the shop knows why. " + i);
        }
        Link page = Link.open(desk.urls().get(0).getPort());
        page.ask(desk.signIn(2).stream(), "\r\n\r\n");
        loop.add(page.to(new Marks(number -> arrived.put(number, millis()))));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** The goal. */
    public static Goal goal(Postgres postgres) {
        return new Goal(
                "P10",
                "a group's page in Chromium",
                List.of(new Trial(
                        "50 messages, then 100 live",
                        Map.of(Role.OURS, new Contender("larkdesk", () -> new FirstLoad(postgres))),
                        List.of(
                                new Bar(BYTES, Bar.Kind.ABSOLUTE, 60),
                                new Bar(REQUESTS, Bar.Kind.ABSOLUTE, 8),
                                new Bar(PUSH, Bar.Kind.ABSOLUTE, 50)))));
    }

    private static double millis() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    }

    @Override
    public Run run(Duration length) {
        URI url = desk.urls().get(0);
        try (BrowserContext context = browser.newContext()) {
            context.addCookies(reader.cookies().entrySet().stream()
                    .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(url.toString()))
                    .toList());
            Page page = context.newPage();
            Queue<Request> requests = new ConcurrentLinkedQueue<>();
            page.onRequestFinished(requests::add);
            long began = System.nanoTime();
            page.navigate(url.resolve(reader.group()).toString());
            page.waitForSelector("li[data-seq]");
            double first = (System.nanoTime() - began) / 1e6;
            page.waitForTimeout(500);
            long bytes = requests.stream()
                    .mapToLong(request -> request.sizes().responseBodySize)
                    .sum();
            page.evaluate(WATCH);
            Latencies pushes = live(page);
            // Else the next page begins with what was not read, and shows nothing of what is said live
            reader.read(page.locator("li[data-seq]").last().getAttribute("data-seq"));
            return new Run(
                    Map.of(
                            BYTES,
                            bytes / 1e3,
                            REQUESTS,
                            (double) requests.size(),
                            FIRST,
                            first,
                            PUSH,
                            pushes.millis(0.99)),
                    List.of(new Check("live messages on the screen", SAID_LIVE, pushes.count())));
        }
    }

    private Latencies live(Page page) {
        int from = next;
        for (; next < from + SAID_LIVE; next++) {
            author.say(Marks.of(next) + " Live");
            page.waitForTimeout(5);
        }
        page.waitForTimeout(1000);
        Latencies latencies = new Latencies();
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("() => window.seen");
        for (Map.Entry<?, ?> one : seen.entrySet()) {
            int number = Integer.parseInt(one.getKey().toString());
            if (number >= from) {
                double shown = ((Number) one.getValue()).doubleValue();
                double onTheWay = shown - arrived.getOrDefault(number, Double.NaN);
                latencies.add((long) (Math.max(0, onTheWay) * 1e6));
            }
        }
        return latencies;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        loop.close();
        desk.close();
    }
}

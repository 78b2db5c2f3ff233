package io.larkdesk.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People in browsers come by TLS, under a name and through nginx to two nodes of the packaged service, of which one stops. */
class BrowsersBehindNginxIT {

    private static final double LONGEST_MILLIS = 30_000;
    private static final int PORT = Program.freePort();
    private static final String REFUSED_FRAME = "chrome-error://chromewebdata/";
    private static final String ADDRESS = "https://" + Nginx.NAME + ":" + PORT;

    @TempDir
    private static Path folder;

    private static Deployment desk;
    private static Nginx nginx;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        desk = Deployment.startAt(
                URI.create(ADDRESS), new Scene(2), 2, Map.of("LARKDESK_TRUSTED_PROXIES", "127.0.0.1"));
        nginx = Nginx.startWithTls(PORT, desk.urls(), folder);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium-headless-shell"))
                        .setArgs(List.of("--no-sandbox", "--host-resolver-rules=MAP " + Nginx.NAME + " 127.0.0.1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_MILLIS);
    }

    @AfterAll
    static void stop() {
        playwright.close();
        nginx.close();
        desk.close();
    }

    @Test
    void theyTalkOpenATicketAndAreAnsweredThoughANodeStops() {
        try (BrowserContext customers = context();
                BrowserContext colleagues = context();
                BrowserContext staffs = context()) {
            Page customer = enter(customers, Scene.APP, "ou_001");
            Page colleague = enter(colleagues, Scene.APP, "ou_002");
            assertThat(customers.cookies()).extracting(cookie -> cookie.name).contains("__Host-session-" + Scene.APP);

            say(customer, "Through nginx");
            assertThat(colleague.locator("#messages .msg").last()).containsText("Through nginx");

            customer.locator("[data-create]:visible").click();
            customer.locator("#ticket-title").fill("Checkout writes time out");
            customer.locator("#ticket-product").selectOption("unknown");
            customer.locator(".creation .df .primary").click();
            assertThat(customer.locator("#heading")).containsText("Checkout writes time out");
            // In each ticket of the customer's, whichever engineer has it
            Page tam = enter(staffs, Scene.PROVIDER, "ou_sofia");
            tam.navigate(customer.url().replace(Scene.APP, Scene.PROVIDER));
            say(tam, "We look at it");
            assertThat(customer.locator("#messages .msg").last()).containsText("We look at it");

            desk.node(0).program().stop();

            say(customer, "Still there?");
            assertThat(tam.locator("#messages .msg").last()).containsText("Still there?");
            say(tam, "Yes");
            assertThat(customer.locator("#messages .msg").last()).containsText("Yes");
            assertThat(desk.nodes()).flatExtracting(Node::errors).isEmpty();
        }
    }

    @Test
    void aPageOfAnotherSiteNeitherShowsTheDeskNorSendsItsCookies() throws IOException {
        String workbench = ADDRESS + "/lark/" + Scene.APP + "/workbench";
        HttpServer other = serve(
                "<iframe src='%1$s'></iframe><iframe src='%2$s/no-such-page'></iframe>".formatted(workbench, ADDRESS)
                        + "<form method='post' action='%s'><button>Win</button></form>".formatted(workbench));
        try (BrowserContext context = context()) {
            Page own = enter(context, Scene.APP, "ou_001");
            assertThat(own.navigate(workbench).request().allHeaders()).containsKey("cookie");

            Page page = context.newPage();
            Response framed = page.waitForResponse(
                    workbench,
                    () -> page.navigate("http://127.0.0.1:" + other.getAddress().getPort()));
            page.waitForCondition(() -> page.frames().stream().map(Frame::url).anyMatch(REFUSED_FRAME::equals));
            Response sent = page.waitForResponse(
                    answer -> answer.request().method().equals("POST"),
                    () -> page.locator("button").click());

            assertThat(framed.request().allHeaders()).doesNotContainKey("cookie");
            assertThat(sent.request().allHeaders()).doesNotContainKey("cookie");
            assertThat(sent.status()).isEqualTo(403);
        } finally {
            other.stop(0);
        }
    }

    private static HttpServer serve(String page) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length());
            exchange.getResponseBody().write(page.getBytes(US_ASCII));
            exchange.close();
        });
        server.start();
        return server;
    }

    private static BrowserContext context() {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setLocale("en-GB"));
        context.setDefaultTimeout(LONGEST_MILLIS);
        return context;
    }

    private static Page enter(BrowserContext context, String app, String openId) {
        Page page = context.newPage();
        page.navigate(ADDRESS + "/lark/" + app + "/workbench");
        page.locator("button[value='" + openId + "']").click();
        assertThat(page.locator("#body")).isVisible();
        page.waitForLoadState();
        return page;
    }

    private static void say(Page page, String words) {
        page.locator("#body").fill(words);
        page.keyboard().press("Enter");
    }
}

package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages follow what happens, and what somebody does there meanwhile goes on. */
class FollowingJourneyIT extends Journey {

    private BrowserContext context;
    private SignedIn daniel;
    private SignedIn elsewhere;
    private String path;
    private Page sofia;

    FollowingJourneyIT(Browser browser) {
        super(browser);
    }

    @BeforeEach
    void openTicket() {
        daniel = SignedIn.to(desk().node(), "cli_harbour", "ou_daniel");
        elsewhere = SignedIn.to(desk().node(), "cli_alder", "ou_sofia");
        path = daniel.openTicket("Checkout writes time out").replace("cli_harbour", "cli_alder");
        context = context("en-GB", 1440);
        sofia = enter(context, "cli_alder", "ou_sofia");
        sofia.navigate(desk().node().url() + path);
        awaitShown(sofia, "#body");
    }

    @AfterEach
    void close() {
        context.close();
    }

    /** Sofia changes the ticket in another browser. */
    private void change(String command) {
        Answer page = elsewhere.browser().get(path);
        String version =
                page.body().replaceAll("(?s).*?/" + command + "#details.*?name=\"version\" value=\"(\\d+)\".*", "$1");
        elsewhere.send(path + "/" + command, Map.of("version", version));
    }

    /** The same, and the page has got what it shows of that. */
    private void changeAndAwait(String command) {
        sofia.waitForResponse(this::isOfPage, () -> change(command));
    }

    private boolean isOfPage(Response response) {
        return response.url().endsWith(path) && response.request().method().equals("GET");
    }

    private void requireState(String tag) {
        assertThat(sofia.locator("#standing .tag")).hasClass("tag " + tag);
    }

    private void mark(String selector) {
        sofia.locator(selector).evaluate("element => { element.isMarked = true; }");
    }

    private void requireMarked(String selector) {
        assertThat((Boolean) sofia.locator(selector).evaluate("element => element.isMarked === true"))
                .isTrue();
    }

    @Test
    void theFocusStaysAtWhatHasNoId() {
        sofia.locator("#resolving summary").focus();

        change("start");

        requireState("prog");
        assertThat(sofia.locator("#resolving summary")).isFocused();
    }

    @Test
    void whatWasRefusedStaysUntilItIsTaken() {
        String tooLong = "x".repeat(8_001);
        // As a browser would paste it that minds no maxlength
        sofia.locator("#note").evaluate("(note, text) => { note.value = text; }", tooLong);
        sofia.locator("#do-note").click();
        assertThat(sofia.locator("#note-problem")).isVisible();

        change("start");
        requireState("prog");
        assertThat(sofia.locator("#note-problem")).hasCount(0);
        assertThat(sofia.locator("#note")).hasValue(tooLong);

        sofia.locator("#do-note").click();
        assertThat(sofia.locator("#note-problem")).isVisible();
        sofia.locator("#note").fill("Batch-07 again");
        sofia.locator("#do-note").click();
        assertThat(sofia.locator("#notes li")).containsText("Batch-07 again");
        assertThat(sofia.locator("#note")).hasValue("");
    }

    @Test
    void aListThatIsOpenStaysUntilItIsLeft() {
        sofia.locator("#weighing summary").click();
        sofia.locator("#severity").focus();
        mark("#severity");

        changeAndAwait("start");
        changeAndAwait("await-customer");

        requireMarked("#severity");
        sofia.locator("#weighing summary").focus();
        requireState("wait");
        assertThat(sofia.locator("#weighing summary")).isFocused();
    }

    @Test
    void aWordIsComposedToItsEnd() {
        sofia.locator("#note").focus();
        sofia.locator("#note").dispatchEvent("compositionstart");
        mark("#note");

        changeAndAwait("start");
        changeAndAwait("await-customer");

        requireMarked("#note");
        sofia.locator("#note").dispatchEvent("compositionend");
        requireState("wait");
    }

    @Test
    void aPressIsNotLostThatThePageFollowsMeanwhile() {
        sofia.locator("#resolving summary").hover();
        sofia.mouse().down();
        mark("#resolving");

        changeAndAwait("start");
        changeAndAwait("await-customer");

        requireMarked("#resolving");
        sofia.mouse().up();
        assertThat(sofia.locator("#resolving")).hasAttribute("open", "");
        requireState("wait");
    }

    @Test
    void anEmergencyIsReadOutAgainOnlyIfItChanged() {
        daniel.send(
                path.replace("cli_alder", "cli_harbour") + "/emergency",
                Map.of("clientId", UUID.randomUUID().toString(), "reason", "DATA_LOSS"));
        assertThat(sofia.locator("#emergency .emg")).isVisible();
        change("start");
        requireState("prog");
        mark("#emergency");

        change("await-customer");
        requireState("wait");
        requireMarked("#emergency");
        sofia.locator("#do-acknowledge").click();
        assertThat(sofia.locator("#do-confirm")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"503, true", "404, false"})
    void anAppThatIsTypedIsLostOnlyWithItsPage(int status, boolean stays) {
        Page tam = context.newPage();
        tam.navigate(desk().node().url() + "/console/tenants/new");
        tam.locator("#organisation").fill("Osprey Rail");
        tam.waitForResponse(answer -> answer.url().contains("/console/events"), () -> tam.locator(".creation .primary")
                .click());
        awaitShown(tam, "#onboarding");
        tam.locator("#app_id").fill("cli_osprey");
        String url = tam.url();
        SignedIn console = SignedIn.toConsole(desk().node(), "ou_sofia");
        Predicate<String> isOfPage = url::equals;
        tam.route(isOfPage, route -> answer(route, status));

        tam.waitForResponse(url, () -> sayDone(console, url, "CREATE_APP"));

        if (stays) {
            tam.unroute(isOfPage);
            sayDone(console, url, "ADD_FEATURES");
            assertThat(tam.locator(".step.done")).hasCount(2);
        }
        assertThat(tam.locator("#app_id")).hasValue(stays ? "cli_osprey" : "");
    }

    /** To the page's script so; the page itself is shown as it is. */
    private static void answer(Route route, int status) {
        if (route.request().headers().containsKey("x-fragment")) {
            route.fulfill(new Route.FulfillOptions().setStatus(status).setBody("{}"));
        } else {
            route.resume();
        }
    }

    private static void sayDone(SignedIn tam, String url, String step) {
        tam.submit(url.replaceAll(".*(?=/console/)", "") + "/steps", Map.of("step", step, "done", "true"));
    }
}

package io.larkdesk.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowingIT extends InBrowser {

    private static final Pattern CONTINUED = Pattern.compile("\\bcont\\b");

    @BeforeEach
    void openMorning() {
        desk.withMorning();
        open();
    }

    @Test
    void whatOthersWriteIsShownAsTheReaderSeesIt() {
        desk.post(Samples.SOFIA, "<@" + Samples.DANIEL.id() + "> and <@" + Samples.WEI.id() + ">: moved.");
        desk.post(Samples.SOFIA, "Done.");

        assertThat(message(11)).hasClass(Pattern.compile("msg tome"));
        assertThat(message(11).locator(".you")).hasText("@Daniel Okafor");
        assertThat(message(11).locator(".rd")).hasCount(1);
        assertThat(message(11).locator("time")).hasText("14:30");
        assertThat(message(12)).hasClass(CONTINUED);
        assertThat(message(12)).isInViewport();
        assertThat(page.locator("#speech")).hasText("2 new messages");
    }

    @Test
    void oneNewMessageIsReadOut() {
        desk.post(Samples.SOFIA, "Done.");

        assertThat(page.locator("#speech")).hasText("Sofia Lindqvist: Done.");
    }

    @Test
    void afterABreakNothingIsMissingAndNothingTwice() {
        // How long the page waits between its tries, which may be too short for one of the two notices
        page.evaluate("Math.random = () => 0.5");
        breakStream();
        passUntil(page.locator("#reconnecting"));
        assertThat(page.locator("#reconnecting")).containsText("Reconnecting…");
        passUntil(page.locator("#offline"));
        desk.post(Samples.SOFIA, "One");
        desk.edit(10, "I was on the bridge.");
        desk.post(Samples.MEI, "Two");

        mendStream();
        button(page.locator("#offline"), "Try now").click();

        assertThat(page.locator("#offline")).isHidden();
        assertThat(page.locator("#back")).hasText("Connected. 2 new messages.");
        desk.post(Samples.SOFIA, "Three");
        assertThat(message(13)).isVisible();
        assertThat(message(10)).containsText("I was on the bridge. (edited)");
        assertThat(texts()).endsWith("One", "Two", "Three").hasSize(12);
        pass(Duration.ofSeconds(5));
        assertThat(page.locator("#back")).isHidden();
    }

    @Test
    void shortBreakIsNotShown() {
        page.evaluate("() => {"
                + " window.shown = [];"
                + " new MutationObserver((changes) => changes.forEach(({ target }) => target.hidden || window.shown.push(target.id)))"
                + ".observe(document.body, { subtree: true, attributeFilter: ['hidden'] }); }");
        // The page waits no longer than it must, of its own time; what the machine takes to connect is not of it
        page.evaluate("Math.random = () => 0");
        DeskStream broken = server.streams().get(0);
        server.cut();
        await().until(() -> !server.streams().contains(broken));
        desk.post(Samples.SOFIA, "One");
        await().until(() -> {
            if (server.streams().isEmpty()) {
                pass(Duration.ofMillis(100));
            }
            return !server.streams().isEmpty();
        });
        assertThat(message(11)).isVisible();

        assertThat(page.evaluate(
                        "window.shown.filter((id) => ['back', 'reconnecting', 'offline'].includes(id)).join()"))
                .isEqualTo("");
    }

    @Test
    void connectionThatSaysNothingIsReplaced() {
        DeskStream dead = server.streams().get(0);

        // The first sign of life may reach the page only after the first time has passed
        await().until(() -> {
            pass(Duration.ofSeconds(41));
            return server.streams().stream().anyMatch(stream -> stream != dead);
        });
    }

    @Test
    void hiddenWindowRestsAfterTenMinutesAndCatchesUp() {
        hide(true);
        pass(Duration.ofMinutes(11));
        // A server finds out that nobody listens any more when it says something
        await().until(() -> {
            server.streams().forEach(stream -> stream.tell("read", "{}"));
            return server.streams().isEmpty();
        });
        desk.post(Samples.SOFIA, "One");
        desk.post(Samples.SOFIA, "Two");
        assertThat(message(11)).hasCount(0);

        hide(false);

        assertThat(message(12)).isVisible();
    }

    @Test
    void whatIsEditedOrDeletedChanges() {
        desk.edit(9, "Replicas stay up.");
        desk.delete(10);

        assertThat(message(9)).containsText("Replicas stay up. (edited)");
        assertThat(message(9)).hasClass(CONTINUED);
        assertThat(message(10)).hasClass(Pattern.compile("deleted"));
        assertThat(message(10)).containsText("Message deleted");
    }

    @Test
    void whoHasReadIsShown() {
        send("<@" + Samples.SOFIA.id() + "> ok");
        Locator state = message(11).locator(".st");
        assertThat(state).hasText("Not read yet");
        assertThat(message(11).getByLabel("has not read this yet")).isVisible();

        desk.read(Samples.SOFIA, 11);
        assertThat(state).hasText("Read by 1 of 4");
        assertThat(message(11).getByLabel("has read this")).isVisible();
        assertThat(state.locator(".v")).hasAttribute("stroke-dasharray", "25 100");
        Samples.PEOPLE.forEach(person -> desk.read(person, 11));

        assertThat(state).hasText("Read by all 4");
    }

    @Test
    void whoComesCountsAsAReaderAndWhoLeavesDoesNot() {
        send("Confirmed.");
        desk.read(Samples.SOFIA, 11);
        Locator state = message(11).locator(".st");
        assertThat(state).hasText("Read by 1 of 4");

        tellCursor(Samples.id("Hana Sato"), "0");
        assertThat(state).hasText("Read by 1 of 5");
        tellCursor(Samples.id("Hana Sato"), "null");
        tellCursor(Samples.MEI.id(), "null");

        assertThat(state).hasText("Read by 1 of 3");
    }

    private void tellCursor(UUID person, String upTo) {
        server.streams().forEach(stream -> stream.tell("read", "{\"" + person + "\":" + upTo + "}"));
    }

    @Test
    void whoIsInTheGroupNoMoreCanStillCopy() {
        composer().fill("Half a thought");
        server.streams().forEach(stream -> stream.tell("gone", "{}"));

        assertThat(page.locator("#gone")).isVisible();
        assertThat(composer()).hasValue("Half a thought");
        assertThat(composer()).not().isEditable();
        composer().press("Enter");
        assertThat(outbox()).hasCount(0);
    }

    @Test
    void whoseSessionIsOverIsAskedToSignIn() {
        server.signedOut = true;
        server.cut();
        Locator dialog = page.locator("#sign-in");
        passUntil(dialog);

        assertThat(dialog.getByText("Sign in again"))
                .hasAttribute("href", Pattern.compile("/thirdparty/lark/.*/login\\?next=.*"));
        assertThat(page.locator("#offline, #reconnecting").locator("visible=true"))
                .hasCount(0);
    }

    @Test
    void newVersionIsOfferedOnlyIfItIsOne() {
        assertThat(page.locator("#version")).isHidden();

        server.streams().forEach(stream -> stream.tell("version", "/assets/0123456789abcdef/page.en.js"));

        assertThat(button(page.locator("#version"), "Reload")).isVisible();
    }

    @Test
    void unreadIsCountedAtTheSideAndInTheTitle() {
        focus(false);
        // Which the page may have said already, as long as it had the focus
        desk.read(Samples.DANIEL, desk.last());
        desk.post(Samples.SOFIA, "One");

        assertThat(page).hasTitle("(3) Harbour Retail × Alder Cloud · Enterprise Service");
        assertThat(page.locator(".gi[aria-current] .badge")).containsText("1 unread");
        assertThat(page.locator(".gi[aria-current] .called")).isHidden();
        assertThat(page.locator(".gi:not([aria-current]) .badge")).hasText("@ 2 unread, you were mentioned");

        focus(true);
        assertThat(page).hasTitle("(2) Harbour Retail × Alder Cloud · Enterprise Service");
        assertThat(page.locator(".gi[aria-current] .badge")).isHidden();
    }

    @Test
    void aNewGroupAppearsAtTheSide() {
        server.pages.others.add(DeskPages.group("new", "Harbour Finance × Alder Cloud"));
        DeskStream stream = server.streams().get(0);
        stream.tell("mine", "[\"" + Samples.GROUP + "\",\"elsewhere\",\"new\"]");
        stream.tell("groups", "[{\"group\":\"new\",\"unread\":3,\"mentions\":0}]");

        Locator added = page.locator(".gi[data-group='new']");
        assertThat(added).containsText("Harbour Finance × Alder Cloud");
        assertThat(added.locator(".badge")).containsText("3 unread");
        assertThat(page.locator(".gi[aria-current]")).hasAttribute("data-group", Samples.GROUP.toString());

        server.pages.others.clear();
        stream.tell("mine", "[\"" + Samples.GROUP + "\"]");
        assertThat(page.locator(".gi")).hasCount(1);
    }

    @Test
    void theFocusStaysAtAGroupThatIsDrawnAnewAndGoesToTheHeadingFromOneThatIsGone() {
        DeskStream stream = server.streams().get(0);
        Locator elsewhere = page.locator(".gi[data-group='elsewhere']");
        server.pages.others.add(DeskPages.group("new", "Harbour Finance × Alder Cloud"));
        elsewhere.focus();
        stream.tell("mine", "[\"" + Samples.GROUP + "\",\"elsewhere\",\"new\"]");
        assertThat(page.locator(".gi[data-group='new']")).isVisible();
        assertThat(elsewhere).isFocused();

        server.pages.others.clear();
        stream.tell("mine", "[\"" + Samples.GROUP + "\"]");
        assertThat(elsewhere).hasCount(0);
        assertThat(page.locator("h1")).isFocused();
    }

    @Test
    void numberOfPeopleFollows() {
        server.streams().forEach(stream -> stream.tell("people", "{\"count\":6}"));

        assertThat(page.locator(".sub")).containsText("6 people");
    }
}

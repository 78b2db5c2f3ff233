package io.larkdesk.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadingIT extends InBrowser {

    private double top(Locator item) {
        return item.boundingBox().y;
    }

    private void scrollTo(String where) {
        page.locator("#log")
                .evaluate("(log, where) => { log.scrollTop = where === 'top' ? 0 : log.scrollHeight; }", where);
    }

    private List<String> told() {
        return server.reads.stream()
                .map(form -> form.get("upTo") + " " + form.get("looking"))
                .toList();
    }

    @Test
    void opensAtTheFirstUnreadMessageAThirdFromTheTop() {
        desk.withMany(60);
        for (int i = 1; i <= 30; i++) {
            desk.post(Samples.SOFIA, "New " + i);
        }
        open();
        double third = top(page.locator("#log")) + page.locator("#log").boundingBox().height / 3;

        assertThat(page.locator("#unread")).hasText("30 new messages since 14:31");
        assertThat(top(page.locator("#unread"))).isBetween(third - 2, third + 2);
        assertThat(page.locator("#jump-up")).isHidden();
        assertThat(page.locator("#jump-down")).containsText("new messages");

        page.locator("#jump-down").click();
        assertThat(message(90)).isInViewport();
        assertThat(page.locator("#jump-down")).isHidden();
    }

    @Test
    void pillsCountWhatIsBelowAndLeadToWhatWasMissedAbove() {
        desk.withMany(40);
        desk.post(Samples.SOFIA, "<@" + Samples.DANIEL.id() + "> look");
        for (int i = 1; i <= 30; i++) {
            desk.post(Samples.MEI, "New " + i);
        }
        open("?m=71");
        assertThat(page.locator("#jump-up")).hasText("You were mentioned");

        page.locator("#jump-up").click();
        assertThat(message(41)).isInViewport();
        assertThat(page.locator("#jump-up")).isHidden();
        scrollTo("top");
        assertThat(page.locator("#jump-down")).hasText("Latest messages");
        desk.post(Samples.SOFIA, "One more");

        assertThat(page.locator("#jump-down")).hasText("1 new message");
        assertThat(message(72)).not().isInViewport();
    }

    @Test
    void olderMessagesKeepThePlace() {
        desk.withMany(120);
        open();
        assertThat(messages()).hasCount(50);
        server.broken.add(DeskServer.GROUP + "/messages");
        scrollTo("top");
        assertThat(page.locator("#older .problem")).isVisible();
        double before = top(message(71));
        server.broken.clear();

        button(page.locator("#older"), "Try again").click();

        assertThat(messages()).hasCount(100);
        assertThat(top(message(71))).isBetween(before - 1, before + 1);
        scrollTo("top");
        assertThat(messages()).hasCount(120);
        assertThat(page.locator("#older")).isHidden();
        assertThat(texts()).startsWith("Number 1", "Number 2").doesNotHaveDuplicates();
    }

    @Test
    void pageThatIsElsewhereCatchesUpWithoutAGap() {
        desk.withMany(120);
        open("?m=20");
        assertThat(message(20)).isInViewport();
        desk.post(Samples.SOFIA, "New");
        assertThat(page.locator("#jump-down")).hasText("71 new messages");

        while (message(121).count() == 0) {
            scrollTo("end");
            page.waitForTimeout(50);
        }
        desk.post(Samples.SOFIA, "Newer");

        assertThat(message(122)).isVisible();
        assertThat(texts()).hasSize(122).doesNotHaveDuplicates();
    }

    @Test
    void whoSendsFromElsewhereComesToTheEnd() {
        desk.withMany(120);
        open("?m=20");
        send("Here");

        assertThat(message(121)).isInViewport();
        assertThat(texts()).endsWith("Number 120", "Here").doesNotHaveDuplicates();
        assertThat(page.locator("#newer")).isHidden();
    }

    @Test
    void pageKeepsAtMostThreeHundredMessages() {
        desk.withMany(340);
        open();
        for (int shown = 100; shown <= 300; shown += 50) {
            scrollTo("top");
            assertThat(messages()).hasCount(shown);
        }
        scrollTo("top");

        assertThat(message(1)).hasCount(1);
        assertThat(messages()).hasCount(300);
        page.locator("#jump-down").click();
        assertThat(message(340)).isInViewport();
    }

    @Test
    void onlyWhatIsSeenForASecondInALookingWindowIsRead() {
        page.addInitScript("document.hasFocus = () => false");
        desk.withMorning();
        open();
        pass(Duration.ofSeconds(3));
        assertThat(server.reads).isEmpty();

        focus(true);
        passSeconds(3);
        // Two requests, of which either may come first
        await().until(() -> told().containsAll(List.of("7 true", "10 true")));

        pass(Duration.ofSeconds(11));
        await().until(() -> told().lastIndexOf("10 true") > told().indexOf("10 true"));
        focus(false);
        await().until(() -> told().contains("10 false"));
        Map<String, String> last = server.reads.get(server.reads.size() - 1);
        assertThat(last).containsEntry("_csrf", "csrf-token");
    }

    @Test
    void onANarrowScreenNothingIsReadUnderWhatLiesOverIt() {
        page.setViewportSize(360, 800);
        desk.withMorning();
        open("#details");
        passSeconds(3);
        assertThat(server.reads).isEmpty();

        page.evaluate("location.hash = 'main'");
        passSeconds(3);
        await().until(() -> told().stream().anyMatch(said -> said.endsWith(" true")));
        page.locator("#drawer").evaluate("drawer => drawer.showModal()");
        passSeconds(1);
        await().until(() -> told().stream().anyMatch(said -> said.endsWith(" false")));
    }

    private void passSeconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void timesAreTheReadersOwn() {
        desk.withMorning();
        open();

        assertThat(message(2).locator("time")).hasText("09:14");
        assertThat(message(2).locator("time"))
                .hasAttribute("title", Pattern.compile("Tuesday,? 24 November 2026 at 09:14"));
        assertThat(page.locator(".day")).hasText("Today");
        assertThat(page.locator("#unread")).hasText("3 new messages since 14:18");
        assertThat(context.cookies())
                .anyMatch(cookie -> cookie.name.equals("zone") && cookie.value.equals("Asia/Singapore"));
    }
}

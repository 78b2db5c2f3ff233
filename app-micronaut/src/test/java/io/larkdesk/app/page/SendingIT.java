package io.larkdesk.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingIT extends InBrowser {

    @BeforeEach
    void openMorning() {
        desk.withMorning();
        open();
    }

    private Locator notSent() {
        return page.locator("#outbox .fail .bad");
    }

    @Test
    void whatTheStreamBringsBeforeTheAnswerIsShownOnce() {
        server.answering = new CompletableFuture<>();
        send("Confirmed.");
        assertThat(message(11)).containsText("Confirmed.");
        assertThat(outbox()).hasCount(0);

        server.answering.complete(null);
        send("For finance, too.");

        assertThat(message(12)).containsText("For finance, too.");
        assertThat(texts()).endsWith("Confirmed.", "For finance, too.").hasSize(11);
        assertThat(desk.bodies()).endsWith("Confirmed.", "For finance, too.").hasSize(10);
        assertThat(composer()).hasValue("");
        assertThat(composer()).isFocused();
        assertThat(page.locator("#unread")).hasCount(0);
    }

    @Test
    void whatTheAnswerBringsBeforeTheStreamIsShownOnceAndInItsPlace() {
        breakStream();
        desk.post(Samples.SOFIA, "Before it");
        send("Confirmed.");
        assertThat(message(12)).containsText("Confirmed.");
        assertThat(message(12).locator(".own, .st")).hasCount(2);

        mendStream();
        desk.post(Samples.SOFIA, "After it");

        assertThat(message(13)).containsText("After it");
        assertThat(texts()).endsWith("Before it", "Confirmed.", "After it").hasSize(12);
    }

    @Test
    void whatFailsIsTriedAgainAfterOneThreeAndNineSecondsAndThenKept() {
        page.evaluate(
                "() => { window.tries = []; const { fetch } = window;"
                        + " window.fetch = (to, how) => { if (to.endsWith('/messages')) tries.push(Date.now()); return fetch(to, how); }; }");
        server.failures.addAll(Collections.nCopies(4, 503));
        send("First");
        send("Second");
        assertThat(outbox().first().locator(".sending")).hasText("Sending… Nothing here works today.");
        passUntil(notSent());
        assertThat(notSent()).hasText("Not sent. Nothing here works today.RetryEditDelete");
        assertThat(message(11)).containsText("Second");

        button(outbox(), "Retry").click();

        assertThat(message(12)).containsText("First");
        assertThat(composer()).isFocused();
        assertThat(outbox()).hasCount(0);
        assertThat(desk.bodies()).endsWith("Second", "First");
        assertThat((Boolean) page.evaluate("[1000, 3000, 9000].every((wait, i) => tries[i + 1] - tries[i] >= wait)"))
                .isTrue();
    }

    @Test
    void whatGetsNoAnswerIsPostedOnce() {
        server.failures.add(0);
        send("Confirmed.");
        passUntil(message(11));

        assertThat(message(11)).containsText("Confirmed.");
        assertThat(desk.bodies()).containsOnlyOnce("Confirmed.");
    }

    @Test
    void whatTheStreamBringsIsSentEvenIfTheAnswerIsLost() {
        server.answering = new CompletableFuture<>();
        send("Confirmed.");
        assertThat(message(11)).containsText("Confirmed.");

        List<String> failed = new ArrayList<>();
        page.onRequestFailed(request -> failed.add(request.url()));
        server.answering.completeExceptionally(new IOException("cut off"));
        page.waitForCondition(() -> !failed.isEmpty());
        server.answering = CompletableFuture.completedFuture(null);
        send("For finance, too.");

        passUntil(message(12));
        assertThat(outbox()).hasCount(0);
        assertThat(desk.bodies()).containsOnlyOnce("Confirmed.");
    }

    @Test
    void whatIsRefusedSaysWhyAndCanBeWrittenAgain() {
        server.failures.add(422);
        send("Confirmed.");
        assertThat(notSent()).containsText("Nothing here works today.");
        assertThat(button(outbox(), "Retry")).isHidden();

        composer().fill("And more");
        button(outbox(), "Edit").click();

        assertThat(outbox()).hasCount(0);
        assertThat(composer()).hasValue("Confirmed.\nAnd more");
    }

    @Test
    void whatIsNotSentCanBeForgotten() {
        server.failures.add(422);
        send("Confirmed.");
        button(outbox(), "Delete").click();

        assertThat(outbox()).hasCount(0);
        page.reload();
        awaitStream();
        assertThat(outbox()).hasCount(0);
    }

    @Test
    void offlineTheMessagesWait() {
        context.setOffline(true);
        send("Confirmed.");
        assertThat(page.locator("#offline")).containsText("You are offline. 1 message waits to be sent.");
        assertThat(outbox()).hasClass(java.util.regex.Pattern.compile("pend"));

        context.setOffline(false);
        pass(Duration.ofSeconds(2));

        assertThat(message(11)).containsText("Confirmed.");
        assertThat(page.locator("#offline")).isHidden();
    }

    @Test
    void whatWasNotSentAtTheLastVisitIsSentOnlyIfItIsFresh() {
        server.failures.addAll(Collections.nCopies(4, 503));
        send("Old");
        passUntil(notSent());
        pass(Duration.ofMinutes(2));
        server.failures.addAll(Collections.nCopies(4, 503));
        send("Fresh");
        assertThat(outbox()).hasCount(2);
        server.failures.clear();

        page = reopened(Duration.ofSeconds(140));

        assertThat(message(11)).containsText("Fresh");
        assertThat(notSent()).containsText("Not sent.");
        assertThat(outbox()).containsText("Old");
        assertThat(desk.bodies()).doesNotContain("Old");
    }

    @Test
    void draftSurvivesReload() {
        composer().pressSequentially("Ask @sof");
        page.locator(".opt").click();
        composer().pressSequentially("about it");

        page.reload();
        awaitStream();

        assertThat(composer()).hasValue("Ask @Sofia Lindqvist about it");
        composer().press("Enter");
        assertThat(message(11)).containsText("Ask @Sofia Lindqvist");
        assertThat(desk.bodies()).endsWith("Ask <@" + Samples.SOFIA.id() + "> about it");
        page.reload();
        assertThat(composer()).hasValue("");
    }

    @Test
    void aWindowInWhichNothingIsWrittenLeavesTheDraftOfAnotherAlone() {
        Page other = newPage();
        other.navigate(server.url(DeskServer.GROUP));
        await().until(() -> server.streams().size() == 2);
        composer().pressSequentially("Half a thought");
        page.navigate("about:blank");

        other.navigate("about:blank");
        open();

        assertThat(composer()).hasValue("Half a thought");
    }

    @Test
    void draftsOfOtherGroupsAreToldOfInTheList() {
        Locator here = page.locator(".gi[aria-current] .draft");
        Locator elsewhere = page.locator(".gi:not([aria-current]) .draft");
        composer().pressSequentially("Ask @sof");
        page.locator(".opt").click();
        pass(Duration.ofSeconds(1));
        page.evaluate("() => { const here = Object.keys(localStorage).find((name) => name.endsWith(':draft'));"
                + " localStorage.setItem(here.replace(document.body.dataset.group, 'elsewhere'),"
                + " localStorage.getItem(here)); }");
        page.reload();
        awaitStream();

        assertThat(elsewhere).hasText("Draft: Ask @Sofia Lindqvist");
        assertThat(here).isHidden();

        page.evaluate("() => localStorage.clear()");
        page.reload();
        awaitStream();
        assertThat(elsewhere).isHidden();
    }
}

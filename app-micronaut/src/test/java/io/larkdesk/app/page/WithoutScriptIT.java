package io.larkdesk.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithoutScriptIT extends InBrowser {

    @Override
    Browser.NewContextOptions options() {
        return super.options().setJavaScriptEnabled(false);
    }

    @BeforeEach
    void openMorning() {
        desk.withMorning();
        page.navigate(server.url(DeskServer.GROUP));
    }

    @Test
    void messageIsPostedByAForm() {
        composer().fill("Confirmed.");
        button(page.locator("#compose"), "Send").click();

        assertThat(message(11)).containsText("Confirmed.");
        assertThat(message(11)).isInViewport();
        assertThat(composer()).hasValue("");
        assertThat(desk.bodies()).endsWith("Confirmed.");
    }

    @Test
    void whatIsRefusedComesBackWithTheReason() {
        composer().fill(" ");
        button(page.locator("#compose"), "Send").click();

        assertThat(page.locator("#body-problem")).hasText("Write something first.");
        assertThat(composer()).hasAttribute("aria-invalid", "true");
    }

    @Test
    void wordsAreChangedByAFormAndTakenBack() {
        message(7).locator("summary").click();
        message(7).getByText("Edit").click();
        page.locator(".editing textarea").fill("Any news at all?");
        button(page.locator(".editing"), "Save").click();
        assertThat(message(7)).containsText("Any news at all? (edited)");

        message(7).locator("summary").click();
        button(message(7), "Delete").click();
        assertThat(message(7)).containsText("Message deleted");
    }

    @Test
    void olderMessagesReadersAndTheMenuAreReachedByLinks() {
        desk.withMany(80);
        page.navigate(server.url(DeskServer.GROUP));
        page.locator("#older a").click();
        assertThat(page.locator(".opened")).isInViewport();

        page.navigate(server.url(DeskServer.GROUP + "/messages/7/readers"));
        assertThat(page.locator("h1")).hasText("Who has read it");
        page.getByText("Back to the group").click();

        page.locator(".user summary").click();
        assertThat(page.getByText("Sign out")).isVisible();
    }
}

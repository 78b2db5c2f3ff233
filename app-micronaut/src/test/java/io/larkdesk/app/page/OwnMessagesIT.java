package io.larkdesk.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnMessagesIT extends InBrowser {

    @BeforeEach
    void openMorning() {
        desk.withMorning();
        open();
    }

    private void choose(String action) {
        message(7).hover();
        message(7).locator("summary").click();
        message(7).locator(".own .pop").getByText(action).click();
    }

    @Test
    void wordsAreChangedInPlaceWithTheirMentions() {
        choose("Edit");
        Locator box = message(7).locator("textarea");
        assertThat(box).hasValue("@Sofia Lindqvist any news?");
        assertThat(box).isFocused();

        box.press("End");
        box.pressSequentially(" @we");
        page.locator(".edit .opt").click();
        box.press("Enter");

        assertThat(message(7).locator(".m")).hasText(new String[] {"@Sofia Lindqvist", "@Wei Chen 陈伟"});
        assertThat(message(7)).containsText("(edited)");
        assertThat(message(7).locator("summary")).isFocused();
        assertThat(desk.bodies()).contains("<@" + Samples.SOFIA.id() + "> any news? <@" + Samples.WEI.id() + ">");
    }

    @Test
    void changeThatFailsIsKeptAndEscapeGivesItUp() {
        choose("Edit");
        server.broken.add(DeskServer.GROUP + "/messages/7");
        Locator box = message(7).locator("textarea");
        box.fill("Never mind");
        button(message(7), "Save").click();
        assertThat(message(7).getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("Not changed. Your text is kept.");
        assertThat(box).hasValue("Never mind");

        desk.edit(8, "<@" + Samples.DANIEL.id() + "> done.");
        assertThat(message(8)).containsText("done. (edited)");
        box.press("Escape");

        assertThat(box).hasCount(0);
        assertThat(message(7)).containsText("any news?");
        assertThat(message(7).locator("summary")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"isComposing: true", "keyCode: 229"})
    void anEscapeOfTheInputMethodGivesUpNothing(String composing) {
        choose("Edit");
        Locator box = message(7).locator("textarea");
        box.fill("Never mind");

        box.evaluate("box => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, %s }))"
                .formatted(composing));

        assertThat(box).hasValue("Never mind");
        box.press("Escape");
        assertThat(box).hasCount(0);
    }

    @Test
    void messageIsDeletedOnlyAfterAYes() {
        Locator dialog = page.locator("#deletion");
        choose("Delete");
        assertThat(button(dialog, "Cancel")).isFocused();
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(message(7).locator("summary")).isFocused();
        assertThat(message(7)).containsText("any news?");

        choose("Delete");
        server.broken.add(DeskServer.GROUP + "/messages/7/delete");
        button(dialog, "Delete").click();
        assertThat(dialog.getByText("Not deleted. Try again.")).isVisible();
        server.broken.clear();
        button(dialog, "Delete").click();

        assertThat(dialog).isHidden();
        assertThat(message(7)).hasClass(Pattern.compile("me deleted|deleted me"));
        assertThat(message(7).locator(".own, .st")).hasCount(0);
        assertThat(composer()).isFocused();
    }

    @Test
    void readersAreListed() {
        Locator dialog = page.locator("#readers");
        server.broken.add(DeskServer.GROUP + "/messages/7/readers");
        message(7).locator(".st").click();
        assertThat(dialog.getByText("The list could not be loaded.")).isVisible();
        server.broken.clear();
        button(dialog, "Try again").click();

        assertThat(dialog).containsText("Read by 4 people");
        assertThat(dialog.locator(".prow")).hasCount(4);
        button(dialog, "Close").click();
        assertThat(dialog).isHidden();
        assertThat(message(7).locator(".st")).isFocused();
    }

    @Test
    void menuClosesByEscapeAndByAClickElsewhere() {
        Locator actions = message(7).locator(".own .pop");
        message(7).hover();
        message(7).locator("summary").click();
        assertThat(actions).isVisible();
        page.keyboard().press("Escape");
        assertThat(actions).isHidden();
        assertThat(message(7).locator("summary")).isFocused();

        page.keyboard().press("Enter");
        assertThat(actions).isVisible();
        page.locator("h1").click();
        assertThat(actions).isHidden();
    }
}

package io.larkdesk.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingIT extends InBrowser {

    @BeforeEach
    void openMorning() {
        desk.withMorning();
        open();
    }

    private Locator found() {
        return page.locator(".compose [role=option]:visible");
    }

    @ParameterizedTest
    @CsvSource({
        "@lind, Sofia Lindqvist",
        "@chenw, Wei Chen 陈伟",
        "@lxw, 林晓雯",
        "@林, 林晓雯",
        "你好＠linx, 林晓雯",
        "@Mei T, Mei Tanaka"
    })
    void peopleAreFoundByNameLatinNameAndPinyin(String written, String name) {
        composer().pressSequentially(written);
        assertThat(found()).hasCount(1);
        assertThat(found().locator("b")).hasText(name);
        assertThat(page.locator("#speech")).hasText("1 person");

        composer().press("Tab");

        assertThat(composer()).hasValue(written.replaceAll("[@＠].*", "") + "@" + name + " ");
        assertThat(found()).isHidden();
    }

    @Test
    void anEnterOfTheInputMethodChoosesNobody() {
        composer().pressSequentially("@lind");
        assertThat(found()).hasCount(1);

        composer()
                .evaluate("box => box.dispatchEvent("
                        + "new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }))");

        assertThat(composer()).hasValue("@lind");
        composer().press("Enter");
        assertThat(composer()).hasValue("@Sofia Lindqvist ");
    }

    @Test
    void personIsChosenByArrowsAndSentById() {
        composer().pressSequentially("Ask @");
        assertThat(found()).hasCount(4);
        assertThat(page.locator("#speech")).hasText("4 people");
        assertThat(page.locator(".people [role=group]")).hasCount(2);

        composer().press("ArrowUp");
        composer().press("ArrowUp");
        assertThat(found().nth(2)).hasAttribute("aria-selected", "true");
        assertThat(composer()).hasAttribute("aria-activedescendant", "people-2");
        composer().press("Enter");
        send("and @chen\nplease");

        assertThat(message(11).locator(".m")).hasText(new String[] {"@Mei Tanaka", "@Wei Chen 陈伟"});
        assertThat(desk.bodies()).endsWith("Ask <@" + Samples.MEI.id() + "> and <@" + Samples.WEI.id() + "> please");
    }

    @Test
    void nobodyIsCalledByAnAddressNorAfterEscape() {
        composer().pressSequentially("daniel@h");
        assertThat(found()).isHidden();

        composer().pressSequentially(" @so");
        assertThat(found()).hasCount(1);
        composer().press("Escape");
        composer().pressSequentially("f");
        assertThat(page.locator(".compose .people")).isHidden();

        composer().pressSequentially(" @xy");
        assertThat(found()).hasText("Nobody here is called “xy”");
        assertThat(page.locator("#speech")).hasText("Nobody found");
    }

    @Test
    void calledNameIsTakenBackWhole() {
        composer().pressSequentially("Ask @sof");
        found().click();
        composer().press("Backspace");
        composer().press("Backspace");
        assertThat(composer()).hasValue("Ask ");

        send("nobody");

        assertThat(message(11)).containsText("Ask nobody");
        assertThat(desk.bodies()).endsWith("Ask nobody");
    }

    @Test
    void buttonAndTapCallToo() {
        button(page.locator("#compose"), "Mention someone").click();
        found().nth(1).click();
        assertThat(composer()).hasValue("@Wei Chen 陈伟 ");

        page.locator(".user summary").click();
        page.getByText("Contact your TAM").click();

        assertThat(composer()).hasValue("@Wei Chen 陈伟 @Sofia Lindqvist ");
        assertThat(composer()).isFocused();
        assertThat(page.locator(".user .pop")).isHidden();
    }

    @Test
    void wordThatIsBeingComposedIsNotSent() {
        composer().focus();
        CDPSession keyboard = context.newCDPSession(page);
        JsonObject pinyin = new JsonObject();
        pinyin.addProperty("text", "nihao");
        pinyin.addProperty("selectionStart", 5);
        pinyin.addProperty("selectionEnd", 5);
        keyboard.send("Input.imeSetComposition", pinyin);
        assertThat(composer()).hasValue("nihao");
        composer().press("Enter");
        assertThat(page.locator("#outbox li, #m-11")).hasCount(0);

        JsonObject words = new JsonObject();
        words.addProperty("text", "你好");
        keyboard.send("Input.insertText", words);
        composer().press("Enter");

        assertThat(message(11)).containsText("你好");
        assertThat(desk.bodies()).endsWith("你好");
    }

    @Test
    void shiftEnterBreaksTheLine() {
        composer().pressSequentially("One");
        composer().press("Shift+Enter");
        send("Two");

        assertThat(message(11)).containsText("Two");
        assertThat(desk.bodies()).endsWith("One\nTwo");
    }

    @Test
    void onNarrowScreensOnlyTheButtonSends() {
        page.setViewportSize(390, 844);
        composer().pressSequentially("One");
        composer().press("Enter");
        composer().pressSequentially("Two");
        button(page.locator("#compose"), "Send").click();

        assertThat(message(11)).containsText("Two");
        assertThat(desk.bodies()).endsWith("One\nTwo");
    }
}

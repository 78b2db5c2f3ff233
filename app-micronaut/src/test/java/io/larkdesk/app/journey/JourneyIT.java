package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The product's main job in a real browser: from the app in Lark to a card in Lark, and back by its button. */
class JourneyIT extends Journey {

    JourneyIT(Browser browser) {
        super(browser);
    }

    /** In which language, and who: a person keeps the language of the first sign-in. */
    enum Speech {
        ENGLISH("en-GB", "en", "Daniel Okafor", "Sofia Lindqvist", "ou_sofia"),
        CHINESE("zh-CN", "zh-CN", "陈晓明", "Amara Diallo", "ou_amara");

        final String locale;
        final String lang;
        final String author;
        final String called;
        final String calledId;

        Speech(String locale, String lang, String author, String called, String calledId) {
            this.locale = locale;
            this.lang = lang;
            this.author = author;
            this.called = called;
            this.calledId = calledId;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMentionBecomesOneCardWhoseButtonOpensTheMessage(Speech speech) {
        try (BrowserContext context = context(speech.locale, 1280)) {
            Page author = context.newPage();
            signIn(author, speech);
            requireAccessible(author);

            author.locator("#body")
                    .pressSequentially("@" + speech.called.substring(0, 3).toLowerCase(Locale.ROOT));
            assertThat(author.locator("#people [role=option]:visible")).containsText(speech.called);
            author.keyboard().press("Enter");
            String words = "can you look at the backups? " + speech;
            author.locator("#body").pressSequentially(words);
            author.keyboard().press("Enter");
            assertThat(author.locator("#messages .msg").last()).containsText(words);

            Page inbox = context.newPage();
            inbox.navigate(desk().sandbox().baseUrl() + "/sandbox/inbox/" + speech.calledId);
            Locator card = inbox.locator("section.message").filter(new Locator.FilterOptions().setHasText(words));
            assertThat(card).hasCount(1);
            Page opened =
                    context.waitForPage(() -> card.locator(".buttons a").first().click());

            assertThat(opened.locator("#messages .msg.opened")).containsText(words);
            assertThat(opened.locator("#messages .msg.opened")).hasClass(Pattern.compile("tome"));
            requireAccessible(opened);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280", "zh-CN, 360"})
    void whoIsNewIsToldHowItWorksAndNotAgainOnceSomethingWasRead(String locale, int width) {
        try (BrowserContext context = context(locale, width)) {
            Page page = enter(context, "ou_mei");
            Locator tip = page.locator("#tip");
            assertThat(tip).isVisible();
            requireAccessible(page);

            tip.locator("button").click();
            assertThat(tip).hasCount(0);
            // On a phone the box would bring up the keyboard
            assertThat(page.locator(width > 720 ? "#body" : "#log")).isFocused();

            page.waitForRequest(JourneyIT::saysWhatWasRead, page::reload).response();
            page.reload();
            awaitShown(page, "#body");
            assertThat(tip).hasCount(0);
        }
    }

    @Test
    void nothingOfTheAppStaysOnTheDeviceOfWhoSignsOut() {
        try (BrowserContext context = context("en-GB", 1280)) {
            Page page = enter(context, "ou_mei");
            Page second = context.newPage();
            second.navigate(page.url());
            awaitShown(second, "#body");
            page.locator("#body").pressSequentially("the password is");
            page.waitForCondition(() -> kept(page) > 0);
            page.evaluate("localStorage.setItem('larkdesk.alarm', 'on')");
            page.evaluate("localStorage.setItem('larkdesk:cli_alder:of another app', '1')");

            page.locator(".user summary").click();
            page.locator("form[action$='/sign-out'] button").click();

            assertThat(page.locator("h1")).hasText("You are signed out");
            page.waitForCondition(() -> kept(page) == 0);
            page.waitForCondition(() -> (Integer) page.evaluate("localStorage.length") == 2);

            assertThat(second.locator("#sign-in")).isVisible();
            second.evaluate("document.getElementById('body').value = 'as I said'");
            second.evaluate("window.dispatchEvent(new Event('pagehide'))");
            page.waitForCondition(() -> kept(page) == 0);
        }
    }

    private static int kept(Page page) {
        return (Integer) page.evaluate(
                "Object.keys(localStorage).filter((name) => name.startsWith('larkdesk:cli_harbour:')).length");
    }

    /** And looks still: not what a page says while it goes. */
    private static boolean saysWhatWasRead(Request request) {
        String said = request.postData();
        return request.url().endsWith("/read") && said != null && said.matches("upTo=[1-9]\\d*&looking=true");
    }

    private void signIn(Page page, Speech speech) {
        page.navigate(desk().node().url() + "/lark/cli_harbour/workbench");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Allow as " + speech.author))
                .click();
        awaitShown(page, "#body");
        assertThat(page.locator("html")).hasAttribute("lang", speech.lang);
    }
}

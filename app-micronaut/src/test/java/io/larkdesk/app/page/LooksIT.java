package io.larkdesk.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import io.larkdesk.core.person.Language;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooksIT extends InBrowser {

    @Override
    Browser.NewContextOptions options() {
        return super.options().setBypassCSP(true);
    }

    private void findsNothing() {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .extracting(Rule::toString)
                .isEmpty();
    }

    private void fits() {
        assertThat((Integer) page.evaluate(
                        "Math.max(...[document.documentElement, ...document.querySelectorAll('.log, .chat')]"
                                + ".map(box => box.scrollWidth - box.clientWidth))"))
                .isZero();
    }

    private void send(Language language, String words) {
        composer().fill(words);
        button(page.locator("#compose"), language == Language.ZH ? "发送" : "Send")
                .click();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, EN, 1440", "DARK, ZH, 1440", "LIGHT, ZH, 360", "DARK, EN, 360"})
    void axeFindsNothing(Theme theme, Language language, int width) {
        server.theme = theme;
        server.language = language;
        desk.withMorning();
        page.setViewportSize(width, 800);
        open();
        server.failures.add(422);
        send(language, "Not sent");
        assertThat(page.locator(".fail")).isVisible();
        composer().pressSequentially("@");
        assertThat(page.locator(".opt").first()).isVisible();
        findsNothing();

        composer().press("Escape");
        breakStream();
        passUntil(page.locator("#offline"));
        message(7).locator(".st").click();
        assertThat(page.locator("#readers .prow")).hasCount(4);
        findsNothing();

        page.keyboard().press("Escape");
        message(7).hover();
        page.locator("#m-7 summary").click();
        page.locator("#m-7 [data-delete] button").click();
        assertThat(page.locator("#deletion")).isVisible();
        findsNothing();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 721, 1440})
    void nothingIsWiderThanTheWindow(int width) {
        desk.withMorning();
        desk.post(Samples.SOFIA, "https://status.example.com/" + "a".repeat(300) + " " + "长".repeat(200));
        page.setViewportSize(width, 640);
        open();
        server.failures.add(422);
        send(Language.EN, "b".repeat(300));
        assertThat(page.locator(".fail")).isVisible();
        message(7).hover();
        page.locator("#m-7 summary").click();
        breakStream();
        passUntil(page.locator("#offline"));
        fits();

        page.locator("#m-7 [data-edit]").click();
        page.locator("#m-7 textarea").press("End");
        page.locator("#m-7 textarea").pressSequentially(" @");
        assertThat(page.locator(".edit .opt").first()).isVisible();
        fits();
    }

    @Test
    void otherPagesLookAsWell() {
        Viewer viewer = new Viewer(Language.EN, Theme.DARK, false, ZoneOffset.UTC, Samples.NOW);
        Optional<String> next = Optional.of("/lark/" + Samples.APP);
        Pages pages = server.pages.pages;
        NoticePage notice =
                new NoticePage(viewer, Notice.NOT_AVAILABLE, Map.of("app", Samples.APP), Optional.of("7Q2K-9X"), next);
        ReadersPage readers = new ReadersPage(viewer, "Group", "/", List.of(Samples.SOFIA), List.of(Samples.MEI));
        String url = server.url("/other");
        page.setViewportSize(360, 640);
        for (String html : List.of(
                pages.notice(notice),
                pages.readers(readers),
                pages.empty(new EmptyPage(Samples.frame(viewer), EmptyPage.Reason.NO_GROUP_YET)))) {
            page.route(
                    url,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html; charset=utf-8")
                            .setBody(html)));
            page.navigate(url);
            findsNothing();
            fits();
        }
    }
}

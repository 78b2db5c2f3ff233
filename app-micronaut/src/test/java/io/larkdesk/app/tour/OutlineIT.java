package io.larkdesk.app.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.larkdesk.app.OneBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture is out of date when there is something else to be seen, and not because a browser draws it a little differently. */
@ExtendWith(OneBrowser.class)
class OutlineIT {

    private static final String PAGE = """
            <!doctype html><style>
            body { margin: 0; font: 14px/1.5 "DejaVu Sans"; color: #111; background: #fff }
            header { padding: 12px; background: #eee } p { max-width: 420px } button { color: #fff; background: #0b6b78 }
            .scroll { height: 60px; overflow: auto } .hidden { visibility: hidden }
            </style><header><h1>Service group</h1></header>
            <p id="words">Good afternoon. Maintenance of the load balancers is on Thursday at 22:00, and takes <b>two minutes</b>.</p>
            <button><svg width="16" height="16"><use href="#i-bell"></use></svg> Reminder</button>
            <p class="hidden">Nobody sees this</p>
            <div class="scroll"><p>First</p><p>Second</p><p id="below">Third</p></div>
            """;

    private final Browser browser;

    OutlineIT(Browser browser) {
        this.browser = browser;
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        page.setContent(PAGE);
        return page;
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(800, 600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document.querySelector('b').textContent = 'ten minutes'",
                "document.querySelector('use').setAttribute('href', '#i-siren')",
                "document.querySelector('button').style.background = '#c62a22'",
                "document.querySelector('h1').style.color = '#333'",
                "document.querySelector('header').style.paddingBottom = '24px'",
                "document.querySelector('p').style.maxWidth = '300px'",
                "document.querySelector('button').remove()",
                "document.querySelector('.hidden').style.visibility = 'visible'",
                "document.querySelector('.scroll').scrollTop = 60",
                "document.body.append('One more line')",
                "document.body.style.fontSize = '16px'"
            })
    void whatLooksDifferentIsFound(String change) {
        try (BrowserContext context = browser.newContext(options())) {
            Page page = page(context);
            Outline before = Outline.of(page);
            page.evaluate(change);

            assertThat(before.differences(Outline.of(page))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text-rendering: geometricPrecision",
                "text-rendering: optimizeSpeed",
                "letter-spacing: 0.03px",
                "font-kerning: none",
                "line-height: 1.51",
                "padding-left: 0.4px"
            })
    void otherHintsOfLettersAreNoDifference(String style) {
        try (BrowserContext context = browser.newContext(options())) {
            Page page = page(context);
            Outline before = Outline.of(page);
            page.evaluate("style => { document.body.style.cssText = style; }", style);

            assertThat(before.differences(Outline.of(page))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.25, 2, 3})
    void aFinerScreenIsNoDifference(double scale) {
        try (BrowserContext coarse = browser.newContext(options());
                BrowserContext fine = browser.newContext(options().setDeviceScaleFactor(scale))) {
            Page page = page(fine);

            assertThat(Outline.of(page(coarse)).differences(Outline.of(page))).isEmpty();
        }
    }

    @Test
    void onlyWhatIsInTheWindowCounts() {
        try (BrowserContext context = browser.newContext(options())) {
            Page page = page(context);
            Outline before = Outline.of(page);
            page.evaluate("document.querySelector('#below').textContent = 'Not to be seen'");

            assertThat(before.lines())
                    .anyMatch(line -> line.endsWith(" Reminder"))
                    .noneMatch(line -> line.contains("Third"));
            assertThat(before.differences(Outline.of(page))).isEmpty();
        }
    }

    @Test
    void aPictureIsKeptTogetherWithWhatItShows(@TempDir Path folder) throws IOException {
        try (BrowserContext context = browser.newContext(options())) {
            Page page = page(context);
            Picture picture = new Picture(folder, "group");
            assertThat(picture.differences(page)).containsExactly("is missing");

            picture.take(page);
            assertThat(picture.differences(page)).isEmpty();

            Files.write(folder.resolve("group.png"), page.screenshot());
            assertThat(picture.differences(page)).containsExactly("is not the picture that was taken");
        }
    }
}

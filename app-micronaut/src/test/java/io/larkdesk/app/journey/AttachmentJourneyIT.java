package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.larkdesk.app.SignedIn;
import io.larkdesk.core.attachment.Attachments;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody sends images and files, which others see at once and save; and whatever can go wrong on the way. */
class AttachmentJourneyIT extends Journey {

    private static final byte[] LOG = "2026-11-27 disk full\n".repeat(2_000).getBytes(StandardCharsets.UTF_8);

    AttachmentJourneyIT(Browser browser) {
        super(browser, Map.of("larkdesk.attachments.max-size", "1MB"));
    }

    private static FilePayload picture() {
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(100, 100, 900, 600);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new FilePayload("屏幕 1.png", "image/png", bytes.toByteArray());
    }

    private static FilePayload log() {
        return new FilePayload("a log with a rather long name, of the server pg-prod-3.log", "text/plain", LOG);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280", "zh-CN, 360"})
    void anImageAndAFileGoToSomebodyElseWhoSeesThemAtOnce(String locale, int width) throws IOException {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext meis = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            Page mei = enter(meis, "ou_mei");

            daniel.setInputFiles("#files", new FilePayload[] {picture(), log()});
            assertThat(daniel.locator("#chips .chip")).hasCount(2);
            assertThat(daniel.locator("#chips progress:visible")).hasCount(0);
            requireAccessible(daniel);
            daniel.locator("#body").fill("see here");
            daniel.keyboard().press("Control+Enter");

            for (Page page : List.of(daniel, mei)) {
                Locator message = page.locator("#messages .msg").last();
                assertThat(message).containsText("see here");
                assertThat(message.locator(".shot img")).isVisible();
                page.waitForCondition(() -> (Boolean)
                        message.locator(".shot img").evaluate("image => image.complete && image.naturalWidth === 640"));
                assertThat(message.locator(".shot img")).hasAttribute("width", "320");
                assertThat(message.locator(".file")).containsText("pg-prod-3.log");
                requireAccessible(page);
            }
            assertThat(daniel.locator("#chips .chip")).hasCount(0);
            Download download = mei.waitForDownload(
                    () -> mei.locator("#messages .msg").last().locator(".file").click());
            assertThat(Files.readAllBytes(download.path())).isEqualTo(LOG);
            assertThat(download.suggestedFilename()).isEqualTo(log().name);
            Page opened = meis.waitForPage(
                    () -> mei.locator("#messages .msg").last().locator(".shot").click());
            assertThat(opened.url()).contains("/attachments/").doesNotContain("thumbnail");

            mei.reload();
            assertThat(mei.locator("#messages .msg").last().locator(".shot img"))
                    .isVisible();
            requireAccessible(mei);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280", "zh-CN, 360"})
    void aNewTicketComesWithFiles(String locale, int width) {
        try (BrowserContext daniels = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            daniel.locator("[data-create]:visible").click();
            daniel.setInputFiles("#ticket-files", new FilePayload[] {picture(), log()});
            Locator chips = daniel.locator("#creation .chip");
            assertThat(chips).hasCount(2);
            assertThat(daniel.locator("#creation progress:visible")).hasCount(0);
            requireAccessible(daniel);
            chips.first().locator("[data-act=remove]").click();
            assertThat(chips).hasCount(1);

            daniel.locator("#creation .df .primary").click();
            assertThat(daniel.locator("#title-problem")).isVisible();
            assertThat(chips).hasCount(1);
            daniel.locator("#creation .df [data-close]").click();
            daniel.locator("[data-create]:visible").click();
            assertThat(chips).hasCount(1);
            assertThat(daniel.locator("#chips .chip")).hasCount(0);

            daniel.route("**/attachments", Route::abort);
            daniel.setInputFiles("#ticket-files", picture());
            assertThat(daniel.locator("#creation .chip.bad .why")).isVisible();
            requireAccessible(daniel);
            daniel.locator("#ticket-title").fill("With files");
            daniel.locator("#ticket-product").selectOption("unknown");
            daniel.locator("#creation .df .primary").click();
            assertThat(daniel.locator("#creation-problem")).isVisible();
            daniel.unroute("**/attachments");
            daniel.locator("#creation .chip.bad [data-act=again]").click();
            daniel.locator("#creation .df .primary").click();

            assertThat(daniel.locator("#heading")).containsText("With files");
            assertThat(daniel.locator("#messages .file")).containsText("pg-prod-3.log");
            assertThat(daniel.locator("#messages .shot img")).isVisible();
        }
    }

    @Test
    void withoutScriptANewTicketComesWithFilesAndLeadsOnToItsEmergency() {
        try (BrowserContext daniels = contextWithoutScript("en-GB", 1280)) {
            Page daniel = enter(daniels, "ou_daniel");
            daniel.locator("[data-create]:visible").click();
            daniel.locator("#ticket-title").fill("All is down");
            daniel.locator("#ticket-product").selectOption("unknown");
            daniel.locator("label:has([value=CRITICAL])").click();
            daniel.locator("[name=emergency]").check();
            daniel.setInputFiles("#ticket-files", log());
            daniel.locator(".df .primary").click();

            assertThat(daniel.locator("[name=reason][value=DATA_LOSS]")).isVisible();
            daniel.navigate(daniel.url().replace("/emergency", ""));
            assertThat(daniel.locator("#messages .file")).containsText("pg-prod-3.log");
        }
    }

    @Test
    void whatIsSentWhileItIsUploadedWaitsForIt() {
        try (BrowserContext daniels = context("en-GB", 1280)) {
            Page daniel = enter(daniels, "ou_daniel");
            List<Route> held = new CopyOnWriteArrayList<>();
            daniel.route("**/attachments", held::add);
            daniel.setInputFiles("#files", log());
            assertThat(daniel.locator("#chips progress")).isVisible();
            daniel.locator("#body").fill("soon");
            daniel.keyboard().press("Enter");

            assertThat(daniel.locator("#outbox .msg")).containsText("soon");
            assertThat(daniel.locator("#outbox .chip")).isVisible();
            assertThat(daniel.locator("#body")).isEmpty();
            requireAccessible(daniel);
            daniel.waitForCondition(() -> held.size() == 1);
            held.get(0).resume();

            assertThat(daniel.locator("#messages .msg").last().locator(".file")).isVisible();
            assertThat(daniel.locator("#outbox .msg")).hasCount(0);
        }
    }

    @Test
    void whatIsTooLargeOrEmptyOrTooMuchIsSaidAndNotUploaded() {
        try (BrowserContext daniels = context("en-GB", 1280)) {
            Page daniel = enter(daniels, "ou_daniel");

            daniel.setInputFiles("#files", new FilePayload[] {
                new FilePayload("film.mov", "video/quicktime", new byte[2_400_000]),
                new FilePayload("empty.txt", "text/plain", new byte[0])
            });

            assertThat(daniel.locator("#files-problem"))
                    .hasText("film.mov is 2.4 MB. Files can have up to 1 MB. empty.txt is empty.");
            assertThat(daniel.locator("#chips .chip")).hasCount(0);
            requireAccessible(daniel);
            FilePayload[] eleven = new FilePayload[11];
            for (int i = 0; i < eleven.length; i++) {
                eleven[i] = new FilePayload(i + ".txt", "text/plain", new byte[] {1});
            }
            daniel.setInputFiles("#files", eleven);
            assertThat(daniel.locator("#files-problem")).hasText("At most 10 files can go together.");
            assertThat(daniel.locator("#chips .chip")).hasCount(10);
        }
    }

    @Test
    void whatTheServerRefusesIsSaidInItsWords() {
        try (BrowserContext daniels = context("en-GB", 1280)) {
            Page daniel = enter(daniels, "ou_daniel");

            daniel.setInputFiles(
                    "#files", new FilePayload("photo.png", "image/png", "<script>".getBytes(StandardCharsets.UTF_8)));

            assertThat(daniel.locator("#chips .chip.bad .why")).containsText("named like a picture, but is none");
            assertThat(daniel.locator("#chips [data-act=again]")).isHidden();
            requireAccessible(daniel);
            daniel.locator("#chips [data-act=remove]").click();
            assertThat(daniel.locator("#chips")).isHidden();
        }
    }

    @Test
    void whatBreaksOffIsTriedAgain() {
        try (BrowserContext daniels = context("en-GB", 1280)) {
            Page daniel = enter(daniels, "ou_daniel");
            daniel.route("**/attachments", Route::abort);
            daniel.setInputFiles("#files", log());
            assertThat(daniel.locator("#chips .chip.bad .why")).hasText("Not uploaded");
            requireAccessible(daniel);

            daniel.unroute("**/attachments");
            daniel.locator("#chips [data-act=again]").click();
            assertThat(daniel.locator("#chips .chip.bad")).hasCount(0);
            assertThat(daniel.locator("#chips progress:visible")).hasCount(0);
            daniel.keyboard().press("Enter");

            assertThat(daniel.locator("#messages .msg").last().locator(".file")).isVisible();
        }
    }

    @Test
    void whatIsPastedOrDroppedIsUploadedAndWhatIsTakenOutIsGone() {
        try (BrowserContext daniels = context("en-GB", 1280)) {
            Page daniel = enter(daniels, "ou_daniel");
            String event = "([type, target]) => { const data = new DataTransfer();"
                    + " data.items.add(new File([type], type + '.txt', { type: 'text/plain' }));"
                    + " document.querySelector(target).dispatchEvent(type === 'paste'"
                    + " ? new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true })"
                    + " : new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })); }";

            daniel.evaluate(event, List.of("paste", "#body"));
            daniel.evaluate(event, List.of("drop", "#log"));

            assertThat(daniel.locator("#chips .chip .n")).hasText(new String[] {"paste.txt", "drop.txt"});
            assertThat(daniel.locator("#chips progress:visible")).hasCount(0);
            daniel.reload();
            assertThat(daniel.locator("#chips .chip .n")).hasText(new String[] {"paste.txt", "drop.txt"});
            daniel.locator("#chips [data-act=remove]").first().click();
            daniel.locator("#chips [data-act=remove]").first().click();
            daniel.waitForCondition(() -> used() == 0);
        }
    }

    private long used() {
        return desk().node()
                .bean(Attachments.class)
                .used(SignedIn.groupOf(desk().node(), "cli_harbour").tenant());
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1280", "zh-CN, 360"})
    void itWorksWithoutScript(String locale, int width) {
        try (BrowserContext daniels = contextWithoutScript(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");

            daniel.setInputFiles("#files", new FilePayload[] {picture(), log()});
            daniel.locator(".compose .primary").click();

            assertThat(daniel.locator("#messages .msg").last().locator(".shot img"))
                    .isVisible();
            assertThat(daniel.locator("#messages .msg").last().locator(".file")).isVisible();
            daniel.setInputFiles("#files", new FilePayload("film.mov", "video/quicktime", new byte[1_400_000]));
            daniel.locator("#body").fill("kept");
            daniel.locator(".compose .primary").click();
            assertThat(daniel.locator("#body-problem")).containsText("film.mov");
            assertThat(daniel.locator("#body")).hasValue("kept");
            assertThat(daniel.locator("#messages .msg").last().locator(".shot img"))
                    .isVisible();
        }
    }
}

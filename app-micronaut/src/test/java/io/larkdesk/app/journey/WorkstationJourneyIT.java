package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tickets of a group are followed on the Enterprise Service Workstation, looked for, and opened. */
class WorkstationJourneyIT extends Journey {

    WorkstationJourneyIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void ticketsAreFollowedAndFound(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext sofias = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            String group = daniel.url();
            Page sofia = enter(sofias, "cli_alder", "ou_sofia");
            sofia.navigate(group.replace("cli_harbour", "cli_alder") + "/workstation");
            assertThat(sofia.locator(".empty")).isVisible();
            requireAccessible(sofia);

            create(daniel, "Checkout writes time out");
            assertThat(sofia.locator(".cards .ti")).hasText("Checkout writes time out");
            daniel.locator("#body").fill("The 数据库 hangs");
            daniel.locator("#compose .primary").click();
            assertThat(sofia.locator(".cards .badge")).isVisible();
            assertThat(sofia.locator(".cards .sub").first()).containsText(Pattern.compile("#\\d{4}"));
            requireAccessible(sofia);

            sofia.locator("[name=q]").fill("数据");
            assertThat(sofia).hasURL(Pattern.compile("\\?q=%E6%95%B0%E6%8D%AE$"));
            assertThat(sofia.locator(".cards .ti")).hasCount(1);
            sofia.locator("[name=q]").fill("nothing like it");
            assertThat(sofia.locator(".cards")).hasCount(0);
            assertThat(sofia.locator("#speech")).not().isEmpty();
            requireAccessible(sofia);
            sofia.locator("#tickets .empty .btn").click();
            sofia.locator(".cards .ti").click();
            assertThat(sofia.locator("#heading")).containsText("Checkout writes time out");
            if (width > 720) {
                sofia.locator(".ws").click();
                assertThat(sofia.locator(".ws")).hasAttribute("aria-current", "page");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void itWorksWithoutScript(String locale, int width) {
        try (BrowserContext daniels = contextWithoutScript(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            String group = daniel.url();
            create(daniel, "Rows are gone");
            daniel.navigate(group + "/workstation");
            daniel.locator("[name=q]").fill("rows");
            daniel.locator("#filter .btn").click();
            assertThat(daniel.locator(".cards .ti")).hasText("Rows are gone");
            daniel.locator("#tickets .seg a").last().click();
            assertThat(daniel.locator("#tickets .empty")).isVisible();
            assertThat(daniel.locator("[name=q]")).hasValue("rows");
        }
    }

    private static void create(Page page, String title) {
        page.locator("[data-create]:visible").click();
        page.locator("#ticket-title").fill(title);
        page.locator("#ticket-product").selectOption("unknown");
        page.locator(".creation .df .primary").click();
        assertThat(page.locator("#heading")).containsText(title);
    }
}

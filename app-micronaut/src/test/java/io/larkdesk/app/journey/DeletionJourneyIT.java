package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.People;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator has a customer deleted, takes along what is the customer's, and thinks better of it. */
class DeletionJourneyIT extends Journey {

    DeletionJourneyIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, EN, 1440, cli_harbour, Harbour Retail Group", "zh-CN, ZH, 360, cli_meridian, Meridian Labs"})
    void aDeletionIsAskedForAndGivenUp(String locale, Language language, int width, String app, String organisation)
            throws IOException {
        People people = desk().node().bean(People.class);
        people.save(people.listStaff().stream()
                .filter(person -> person.openId().value().equals("ou_ines"))
                .findAny()
                .orElseThrow()
                .speaking(language));
        String customer = desk().node().url() + "/console/tenants/"
                + desk().node()
                        .bean(Tenants.class)
                        .findByApp(new AppId(app))
                        .orElseThrow()
                        .id();
        try (BrowserContext context = context(locale, width)) {
            Page page = context.newPage();
            page.navigate(customer);
            page.locator("button[value='ou_ines']").click();
            page.locator("a[href$='/deletion']").click();
            requireAccessible(page);

            page.locator("#reason").fill("The contract is over");
            page.locator("#organisation").fill("Somebody Else");
            page.locator("#without_export").check();
            page.locator("#request").click();
            assertThat(page.locator("#problem")).isVisible();
            assertThat(page.locator("#reason")).hasValue("The contract is over");
            assertThat(page.locator("#without_export")).isChecked();
            requireAccessible(page);

            page.locator("#organisation").fill(organisation);
            page.locator("#without_export").uncheck();
            page.locator("#request").click();
            assertThat(page.locator("#due")).containsText("30");
            assertThat(page.locator("#forgo")).isVisible();
            requireAccessible(page);

            page.navigate(desk().node().url() + "/console/tenants");
            assertThat(page.locator(".leaving")).hasCount(1);
            requireAccessible(page);
            page.navigate(customer);
            assertThat(page.locator("#leaving")).isVisible();
            requireAccessible(page);
            page.locator("#leaving a").click();

            Download download =
                    page.waitForDownload(() -> page.locator("#export").click());
            Assertions.assertThat(download.suggestedFilename()).isEqualTo("export-" + app + ".zip");
            Assertions.assertThat(Files.size(download.path())).isPositive();
            page.reload();
            assertThat(page.locator("#forgo")).hasCount(0);
            requireAccessible(page);

            page.locator("#give-up").click();
            assertThat(page.locator(".note.ok")).isVisible();
            assertThat(page.locator("#leaving")).hasCount(0);
            requireAccessible(page);
        }
    }
}

package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff run the desk in the console. */
class ConsoleJourneyIT extends Journey {

    ConsoleJourneyIT(Browser browser) {
        super(browser);
    }

    private Page console(BrowserContext context, String openId, String tail) {
        Page page = context.newPage();
        page.navigate(desk().node().url() + "/console" + tail);
        page.locator("button[value='" + openId + "']").click();
        return page;
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void anAdministratorGivesARole(String locale, int width) {
        desk().control(
                        "/sandbox/people",
                        "{\"app_id\": \"cli_alder\", \"open_id\": \"ou_noor\", \"name\": \"Noor Haddad\"}");
        try (BrowserContext noors = context(locale, width);
                BrowserContext ineses = context(locale, width)) {
            Page noor = console(noors, "ou_noor", "");
            assertThat(noor.locator("h1")).isVisible();
            assertThat(noor.locator(".rail")).hasCount(0);
            requireAccessible(noor);

            Page ines = console(ineses, "ou_ines", "/staff");
            requireAccessible(ines);
            ines.locator("[aria-labelledby=others] select").selectOption("ENGINEER");
            ines.locator("[aria-labelledby=others] .btn").click();
            assertThat(ines.locator("[aria-labelledby=others] li")).hasCount(0);
            assertThat(ines.locator("[aria-labelledby=staff] li")).hasCount(5);

            noor.reload();
            assertThat(noor.locator(".rail .sec").first()).hasCount(1);
            requireAccessible(noor);
        }
    }
}

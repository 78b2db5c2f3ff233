package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff see to roles, systems, plans, allowances, reports and the audit log. */
class AdministrationJourneyIT extends ConsoleJourney {

    AdministrationJourneyIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void anAdministratorLetsSystemsInAndHasThemTold(String locale, int width) {
        try (BrowserContext ineses = context(locale, width)) {
            Page ines = console(ineses, "ou_ines", "/api");
            ines.locator("main .primary").click();
            assertThat(ines.locator("#problem")).isVisible();
            requireAccessible(ines);
            ines.locator("#label").fill("Warehouse");
            ines.locator("[value='tickets:read']").check();
            ines.locator("main .primary").click();
            assertThat(ines.locator("#secret")).hasText(Pattern.compile("lkd_.{43}"));
            requireAccessible(ines);
            ines.locator("form[action$='/revoke'] button").first().click();
            assertThat(ines.locator(".note.ok")).isVisible();

            ines.navigate(desk().node().url() + "/console/webhooks");
            ines.locator("#url").fill("https://hooks.example/lark");
            ines.locator("[value='ticket.created']").check();
            ines.locator("main .primary").click();
            assertThat(ines.locator("#secret")).hasText(Pattern.compile("whsec_.+"));
            requireAccessible(ines);
            ines.locator("form[action$='/stop'] button").first().click();
            assertThat(ines.locator(".note.ok")).isVisible();
            requireAccessible(ines);
        }
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

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aReportShowsWhatCameOfAYear(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext sofias = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            daniel.locator("[data-create]:visible").click();
            daniel.locator("#ticket-title").fill("Checkout writes time out");
            daniel.locator("#ticket-product").selectOption("unknown");
            daniel.locator(".creation .df .primary").click();
            assertThat(daniel.locator("#heading")).containsText("Checkout");

            Page sofia = console(sofias, "ou_sofia", "/reports");
            assertThat(sofia.locator(".months tbody tr")).hasCount(2);
            requireAccessible(sofia);
            sofia.locator(".months .ti").first().click();
            assertThat(sofia.locator(".charts svg")).hasCount(1);
            assertThat(sofia.locator(".months tbody tr")).hasCount(12);
            requireAccessible(sofia);
            Download file =
                    sofia.waitForDownload(() -> sofia.locator("a[download]").click());
            org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).endsWith(".csv");
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aPlanAndItsCalendarAreChanged(String locale, int width) {
        try (BrowserContext iness = context(locale, width)) {
            Page ines = console(iness, "ou_ines", "/plans");
            assertThat(ines.locator(".plans li")).hasCount(2);
            requireAccessible(ines);
            ines.locator(".calendars .ti").last().click();
            ines.locator("#SATURDAY").fill("9-12");
            ines.locator("#save").click();
            assertThat(ines.locator("#problem")).isVisible();
            requireAccessible(ines);
            String saturday = width == 360 ? "09:00-12:00" : "10:00-12:00";
            ines.locator("#SATURDAY").fill(saturday);
            ines.locator("#save").click();
            assertThat(ines.locator(".note.ok")).isVisible();
            assertThat(ines.locator("#SATURDAY")).hasValue(saturday);
            requireAccessible(ines);

            ines.navigate(ines.url().replaceAll("/console/.*", "/console/plans"));
            ines.locator(".plans .ti").first().click();
            ines.locator("#window").fill("5 min");
            ines.locator("#save").click();
            assertThat(ines.locator("#problem")).isVisible();
            requireAccessible(ines);
            ines.locator("#window").fill("");
            ines.locator("#reply").fill(width + " min");
            ines.locator("#save").click();
            assertThat(ines.locator(".note.ok")).isVisible();
            requireAccessible(ines);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void anAllowanceIsChangedAndTheCostOfMorePeopleAskedFor(String locale, int width) {
        spend(28);
        try (BrowserContext sofias = context(locale, width)) {
            Page sofia = console(sofias, "ou_sofia", "/budgets");
            assertThat(sofia.locator(".budgets tbody tr")).hasCount(2);
            requireAccessible(sofia);
            sofia.locator(".budgets .ti").first().click();
            assertThat(sofia.locator("#change")).isVisible();
            assertThat(sofia.locator(".days rect").first()).hasCount(1);
            requireAccessible(sofia);

            sofia.locator("#people").fill("0");
            sofia.locator(".asking .btn").click();
            assertThat(sofia.locator("#people-problem")).isVisible();
            requireAccessible(sofia);
            sofia.locator("#people").fill("300");
            sofia.locator(".asking .btn").click();
            assertThat(sofia.locator("#simulator [role=status]")).isVisible();
            requireAccessible(sofia);

            sofia.locator("#allowance").fill("20000");
            sofia.locator("#reason").fill("Their CRM sends cards, too");
            sofia.locator("#change .primary").click();
            assertThat(sofia.locator("#problem")).isVisible();
            requireAccessible(sofia);
            String allowance = "9000";
            sofia.locator("#allowance").fill(allowance);
            sofia.locator("#change .primary").click();
            assertThat(sofia.locator(".note.ok")).isVisible();
            assertThat(sofia.locator(".changes li").first()).containsText("Their CRM sends cards, too");
            assertThat(sofia.locator("#allowance")).hasValue(allowance);
            requireAccessible(sofia);
        }
    }

    /** Harbour has an allowance that does not last, and used most of it on the days before today. */
    private void spend(int days) {
        RunningDesk.Node node = desk().node();
        Tenants tenants = node.bean(Tenants.class);
        Tenant harbour = tenants.findByApp(new AppId("cli_harbour")).orElseThrow();
        tenants.save(harbour.with(Edition.FREE, new Allowance(1_000)));
        CallBudgets budgets = node.bean(CallBudgets.class);
        LocalDate today = CallDay.of(node.bean(Transactions.class).inTransaction(now -> now));
        for (int day = 0; day <= days; day++) {
            for (int call = 0; call < 25 + day % 7 * 4; call++) {
                budgets.take(harbour.id(), today.minusDays(day), CallPurpose.REMINDER, 700);
            }
            budgets.addSaved(harbour.id(), today.minusDays(day), Saving.COALESCED, 9);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void theAuditLogIsReadFilteredAndChecked(String locale, int width) {
        try (BrowserContext ineses = context(locale, width)) {
            Page ines = console(ineses, "ou_ines", "/audit");
            assertThat(ines.locator(".tb.audit tbody tr").first()).containsText("Inês Moreau");
            requireAccessible(ines);

            ines.locator("select[name=action]").selectOption("TENANT_CONFIGURED");
            ines.locator(".filter.audit button").click();
            assertThat(ines.locator(".tb.audit tbody tr").first()).containsText("cli_");
            requireAccessible(ines);

            ines.locator("#verify").click();
            assertThat(ines.locator("#verified code")).hasText(Pattern.compile("[0-9a-f]{64}"));
            requireAccessible(ines);
        }
    }
}

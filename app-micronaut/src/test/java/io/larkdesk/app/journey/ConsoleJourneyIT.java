package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
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
        awaitShown(page, "#main");
        return page;
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void anEmergencyComesToTheBoardAndIsAcknowledgedThere(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext amaras = context(locale, width)) {
            Page amara = console(amaras, "ou_amara", "/emergencies");
            assertThat(amara.locator(".calm")).isVisible();
            assertThat(amara.locator("#alarm")).hasAttribute("aria-pressed", "false");
            amara.locator("#alarm").click();
            assertThat(amara.locator("#alarm")).hasAttribute("aria-pressed", "true");
            requireAccessible(amara);

            Page daniel = enter(daniels, "ou_daniel");
            daniel.locator("[data-create]:visible").click();
            daniel.locator("#ticket-title").fill("Checkout writes time out");
            daniel.locator("#ticket-product").selectOption("unknown");
            daniel.locator(".creation .df .primary").click();
            daniel.locator(".urge [data-drawer]:visible").click();
            daniel.locator("label:has([value=BUSINESS_UNAVAILABLE])").click();
            daniel.locator("#impact").fill("Checkout is down for all shops");
            daniel.locator("#view form .danger").click();

            assertThat(amara.locator(".board .emg")).containsText("Checkout is down for all shops");
            assertThat(amara.locator(".board .clock")).hasText(Pattern.compile("00:00:\\d\\d"));
            assertThat(amara.locator("#active > span").first()).hasText("1");
            requireAccessible(amara);
            amara.locator(".board .doings .danger").first().click();
            assertThat(amara.locator("[id^=confirm-]")).isVisible();
            assertThat(daniel.locator("#emergency .emg")).containsText("Amara Diallo");
            requireAccessible(amara);

            amara.locator("[id^=ending-] summary").click();
            amara.locator("[id^=ending-] .danger").click();
            assertThat(amara.locator("#closing-problem")).isVisible();
            requireAccessible(amara);
            amara.locator("[id^=closing-]:is(input)").fill("Failed over to the replica");
            amara.locator("[id^=ending-] .danger").click();
            assertThat(amara.locator(".past > li")).containsText("Failed over to the replica");
            assertThat(amara.locator("#active")).isHidden();
            requireAccessible(amara);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void theQueueHearsOfATicketAndGoesByKeyboard(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext amaras = context(locale, width)) {
            Page amara = console(amaras, "ou_amara", "/queue");
            assertThat(amara.locator("#queue")).isVisible();

            String title = "Restore test " + locale;
            Page daniel = enter(daniels, "ou_daniel");
            daniel.locator("[data-create]:visible").click();
            daniel.locator("#ticket-title").fill(title);
            daniel.locator("#ticket-product").selectOption("unknown");
            daniel.locator(".creation .df .primary").click();

            Locator row = amara.locator("#queue tbody tr").filter(new Locator.FilterOptions().setHasText(title));
            assertThat(row.locator(".tag.new")).isVisible();
            requireAccessible(amara);
            amara.locator("#main h1").focus();
            Locator link = row.locator("a.ti");
            for (int rows = amara.locator("#queue a.ti").count();
                    rows > 0
                            && !link.evaluate("a => a === document.activeElement")
                                    .equals(true);
                    rows--) {
                amara.keyboard().press("j");
            }
            assertThat(link).isFocused();
            amara.keyboard().press("x");
            assertThat(row.locator("[type=checkbox]")).isChecked();
            daniel.locator("#body").fill("Is anybody there?");
            daniel.locator("#compose .primary").click();
            assertThat(row.locator("[type=checkbox]")).isChecked();
            amara.locator("#resolution").fill("Restored from the backup");
            amara.locator("#resolve").click();
            assertThat(row.locator(".tag.done")).isVisible();
            requireAccessible(amara);
            take(row);
            row.locator("a.ti").focus();
            amara.keyboard().press("r");
            assertThat(amara.locator("#body")).isFocused();
        }
    }

    private static void take(Locator row) {
        assertThat(row.locator("a.ti")).isVisible();
        if (row.locator("[id^=take-]").isVisible()) {
            row.locator("[id^=take-]").click();
            assertThat(row.locator("[id^=take-]")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aCannedAnswerIsMadeAndPutIntoAMessage(String locale, int width) {
        String title = "Which regions " + locale;
        SignedIn.to(desk().node(), "cli_harbour", "ou_daniel").openTicket(title);
        try (BrowserContext amaras = context(locale, width)) {
            Page amara = console(amaras, "ou_amara", "/answers");
            amara.locator("#add").click();
            assertThat(amara.locator("#problem")).isVisible();
            requireAccessible(amara);
            amara.locator("#name").fill("Ask for logs " + locale);
            amara.locator("#body").fill("Please send us the logs.\nThank you.");
            amara.locator("#add").click();
            assertThat(amara.locator(".note.ok")).isVisible();
            amara.locator("main summary").first().click();
            requireAccessible(amara);

            amara.navigate(desk().node().url() + "/console/queue?q=regions");
            Locator row = amara.locator("#queue tbody tr").filter(new Locator.FilterOptions().setHasText(title));
            take(row);
            row.locator("a.ti").click();
            awaitShown(amara, "#body");
            amara.locator("#body").fill("Hello! ");
            amara.locator("#answers summary").click();
            requireAccessible(amara);
            amara.locator("#answers .mi")
                    .filter(new Locator.FilterOptions().setHasText("logs " + locale))
                    .click();
            assertThat(amara.locator("#body")).hasValue("Hello! Please send us the logs.\nThank you.");
            amara.locator("#compose .primary").click();
            assertThat(amara.locator(".msg.me .bub").last()).containsText("Please send us the logs.");
        }
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
    void aShiftIsPlannedPartlyTakenOverAndTakenOut(String locale, int width) {
        try (BrowserContext sofias = context(locale, width)) {
            Page sofia = console(sofias, "ou_sofia", "/roster?week=2030-06-03");
            // Once the zone is known the page is drawn again
            assertThat(sofia.locator("body")).not().hasAttribute("data-zone", "Z");
            assertThat(sofia.locator(".gap").first()).isVisible();
            requireAccessible(sofia);
            sofia.locator("#weeks").fill("40");
            sofia.locator("#shifts .primary").click();
            assertThat(sofia.locator("#problem")).isVisible();
            requireAccessible(sofia);
            sofia.locator("#weeks").fill("2");
            sofia.locator("#shifts .primary").click();

            assertThat(sofia.locator(".duty .prow")).hasCount(1);
            sofia.locator(".shift summary").click();
            requireAccessible(sofia);
            sofia.locator(".shift [name=from]").fill("2030-06-03T12:00");
            sofia.locator(".shift .primary").click();
            assertThat(sofia.locator(".duty .prow")).hasCount(2);

            sofia.locator(".shift summary").first().click();
            sofia.locator(".shift[open] .danger").click();
            assertThat(sofia.locator(".duty .prow")).hasCount(1);
            requireAccessible(sofia);

            sofia.locator("#leaves").fill("2030-06-08T00:00");
            sofia.locator("#returns").fill("2030-06-09T00:00");
            sofia.locator("#reason").fill("Wedding");
            sofia.locator("#absences .primary").click();
            assertThat(sofia.locator(".away .prow")).containsText("Wedding");
            requireAccessible(sofia);
            sofia.locator(".away .btn").click();
            assertThat(sofia.locator(".away .prow")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aRotationIsPlannedAndACalendarThatDoesNotFitIsNotTaken(String locale, int width) {
        try (BrowserContext sofias = context(locale, width)) {
            Page sofia = console(sofias, "ou_sofia", "/roster?week=2030-07-01");
            assertThat(sofia.locator("body")).not().hasAttribute("data-zone", "Z");
            sofia.locator("#rounds").fill("99");
            sofia.locator("#rotations .primary").click();
            assertThat(sofia.locator("#rotations #problem")).isVisible();
            requireAccessible(sofia);
            sofia.locator("#rounds").fill("2");
            sofia.locator("#first").fill("2030-07-01");
            sofia.locator("#turn2").selectOption(new SelectOption().setIndex(2));
            sofia.locator("#rotations .primary").click();
            // The week begins with nobody, and the first has seven days of it
            assertThat(sofia.locator(".duty .prow")).hasCount(7);

            sofia.locator("#file")
                    .setInputFiles(new FilePayload(
                            "lunch.ics",
                            "text/calendar",
                            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                                    .getBytes(StandardCharsets.UTF_8)));
            sofia.locator("#calendars .primary").click();
            assertThat(sofia.locator("#told")).containsText("Lunch");
            requireAccessible(sofia);
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

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void whatLarkRefusedIsFoundAndSentAgain(String locale, int width) {
        String app = "{\"app_id\": \"cli_harbour\", \"available_to\": ";
        try (BrowserContext daniels = context(locale, width);
                BrowserContext sofias = context(locale, width)) {
            // Known, and not looking
            SignedIn.to(desk().node(), "cli_harbour", "ou_mei");
            Page daniel = enter(daniels, "ou_daniel");
            desk().control("/sandbox/apps", app + "[\"ou_daniel\"]}");
            daniel.locator("#body").pressSequentially("@mei");
            assertThat(daniel.locator("#people [role=option]:visible")).containsText("Mei Tanaka");
            daniel.keyboard().press("Enter");
            daniel.locator("#compose .primary").click();

            Page sofia = console(sofias, "ou_sofia", "/reminders");
            await().until(() -> {
                sofia.reload();
                return sofia.locator(".tb.reminders .tag.emg").count() == 1;
            });
            requireAccessible(sofia);
            desk().control("/sandbox/apps", app + "\"all\"}");
            sofia.locator(".tb.reminders .detail button").click();
            assertThat(sofia.locator("#told")).isVisible();
            requireAccessible(sofia);
            await().until(() -> {
                sofia.reload();
                return sofia.locator(".tb.reminders .tag.done").count() == 1;
            });
            sofia.locator(".filter.reminders [name=outcome]").selectOption("WAITING");
            sofia.locator(".filter.reminders button").click();
            assertThat(sofia.locator(".cbody .empty, .empty").first()).isVisible();
            requireAccessible(sofia);
        }
    }
}

package io.larkdesk.app.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.larkdesk.core.group.AdmitMember;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer opens a ticket, the engineer sees it at once, and each of the two sees on the open page what the other does. */
class TicketJourneyIT extends Journey {

    private static final String TITLE = "Checkout writes time out on pg-prod-3";

    /** Where the form of a new ticket is sent. */
    private static final Pattern TICKETS = Pattern.compile("/tickets$");

    TicketJourneyIT(Browser browser) {
        super(browser);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aTicketIsSolvedByBothSides(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext sofias = context(locale, width)) {
            Page daniel = enter(daniels, "cli_harbour", "ou_daniel");
            Page sofia = enter(sofias, "cli_alder", "ou_sofia");
            sofia.locator(".gi:has-text('Harbour')").first().evaluate("link => link.click()");
            assertThat(sofia.locator("h1")).containsText("Harbour");

            create(daniel);
            sofia.locator("#messages .sys a[href*=tickets]").click();
            assertThat(sofia.locator("#heading")).containsText(TITLE);
            requireAccessible(sofia);
            assertThat(daniel.locator("#standing .tag")).hasClass("tag new");

            say(sofia, "I am on it.");
            assertThat(daniel.locator("#messages .bub")).containsText("I am on it.");
            assertThat(daniel.locator("#standing .tag")).hasClass("tag prog");
            assertThat(sofia.locator("#standing .tag")).hasClass("tag prog");
            openDetails(sofia);
            sofia.locator("#do-await-customer").click();
            assertThat(daniel.locator("#standing .tag")).hasClass("tag wait");
            closeDetails(sofia);
            say(daniel, "It is the stock import.");
            assertThat(sofia.locator("#standing .tag")).hasClass("tag prog");

            openDetails(sofia);
            sofia.locator("#resolving summary").click();
            sofia.locator("#do-resolve").click();
            assertThat(sofia.locator("#resolution-problem")).isVisible();
            assertThat(sofia.locator("#resolution")).isFocused();
            requireAccessible(sofia);
            sofia.locator("#resolution").fill("Ended the transaction of batch-07");
            sofia.locator("#do-resolve").click();
            assertThat(daniel.locator("#ask")).containsText("batch-07");
            requireAccessible(daniel);
            daniel.locator("#do-confirm").click();
            assertThat(daniel.locator("#compose")).isHidden();
            assertThat(sofia.locator("#standing .tag")).hasClass("tag closed");
            assertThat(sofia.locator("#compose")).isHidden();

            daniel.locator("#do-rate").click();
            assertThat(daniel.locator("#stars-problem")).isVisible();
            daniel.locator("label:has(#stars-5)").click();
            daniel.locator("#word").fill("quick");
            requireAccessible(daniel);
            daniel.locator("#do-rate").click();
            assertThat(daniel.locator("#rating")).not().hasAttribute("open", "");
            daniel.locator("#do-reopen").click();
            assertThat(daniel.locator("#compose")).isVisible();
            assertThat(sofia.locator("#compose")).isVisible();
            openDetails(sofia);
            assertThat(sofia.locator("#timeline .tl li")).hasCount(9);
            requireAccessible(sofia);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void whatIsHalfTypedIsKept(String locale, int width) {
        try (BrowserContext daniels = context(locale, width)) {
            Page daniel = enter(daniels, "cli_harbour", "ou_daniel");
            openForm(daniel);
            daniel.locator("#ticket-title").fill(TITLE);
            daniel.locator("label:has([value=CRITICAL])").click();
            assertThat(daniel.locator(".critical")).isVisible();
            requireAccessible(daniel);
            daniel.locator("#creation .df [data-close]").click();
            assertThat(daniel.locator("#creation")).isHidden();
            assertThat(daniel.locator("[data-create]:visible")).isFocused();

            daniel.reload();
            openForm(daniel);
            assertThat(daniel.locator("#ticket-title")).hasValue(TITLE);
            assertThat(daniel.locator("[value=CRITICAL]")).isChecked();
            daniel.locator("#ticket-product").selectOption("unknown");
            daniels.setOffline(true);
            daniel.locator("#creation .df .primary").click();
            assertThat(daniel.locator("#creation-problem")).isVisible();
            assertThat(daniel.locator("#ticket-title")).hasValue(TITLE);
            daniels.setOffline(false);
            daniel.locator("#creation .df .primary").click();
            assertThat(daniel.locator("#heading")).containsText(TITLE);
            assertThat(daniel.locator("#heading")).isFocused();

            daniel.goBack();
            openForm(daniel);
            assertThat(daniel.locator("#ticket-title")).hasValue("");
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void whatIsWrittenAfterATryThatWasLostIsAnotherTicket(String locale, int width) {
        try (BrowserContext daniels = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            Page other = daniels.newPage();
            other.navigate(daniel.url());
            loseAnswers(daniel);
            openForm(daniel);
            daniel.locator("#ticket-title").fill(TITLE);
            daniel.locator("#ticket-product").selectOption("unknown");
            openForm(other);
            assertThat(other.locator("#ticket-title")).hasValue(TITLE);
            daniel.locator("#creation .df .primary").click();
            assertThat(daniel.locator("#creation-problem")).isVisible();
            daniel.locator("#creation .df .primary").click();
            assertThat(daniel.locator("#creation .df .primary")).isEnabled();
            daniel.unroute(TICKETS);
            daniel.locator("#ticket-title").fill("Imports stand still");
            daniel.locator("#creation .df .primary").click();
            assertThat(daniel.locator("#heading")).containsText("Imports stand still");

            other.locator("#ticket-title").fill("Logins are slow");
            other.locator("#creation .df .primary").click();
            assertThat(other.locator("#heading")).containsText("Logins are slow");
            assertThat(other.locator("#rail-groups .gi .n:has-text('" + TITLE + "')"))
                    .hasCount(1);
        }
    }

    /** Tickets are opened, and nobody hears of it. */
    private static void loseAnswers(Page page) {
        page.route(TICKETS, route -> {
            route.fetch();
            route.abort();
        });
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void whatIsTypedOrRefusedOutsideAConversationIsKept(String locale, int width) {
        try (BrowserContext daniels = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            daniel.navigate(daniel.url().replaceAll("[?#].*", "") + "/tickets/new");
            daniel.locator("#ticket-title").fill(TITLE);
            daniel.reload();
            assertThat(daniel.locator("#ticket-title")).hasValue(TITLE);
            daniel.locator("#ticket-product").selectOption("unknown");
            daniel.route(
                    TICKETS,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(413)
                            .setContentType("application/problem+json")
                            .setBody("{}")));
            Request sent = daniel.waitForRequest(
                    TICKETS, () -> daniel.locator(".df .primary").click());
            assertThat(sent.headers()).containsEntry("accept", "text/html");
            assertThat(daniel.locator("#creation-problem")).isVisible();
            assertThat(daniel.locator("#ticket-title")).hasValue(TITLE);

            daniel.unroute(TICKETS);
            daniel.locator(".df .primary").click();
            assertThat(daniel.locator("#heading")).containsText(TITLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void allOfItWorksWithoutScript(String locale, int width) {
        try (BrowserContext daniels = contextWithoutScript(locale, width);
                BrowserContext sofias = contextWithoutScript(locale, width)) {
            Page daniel = enter(daniels, "cli_harbour", "ou_daniel");
            Page sofia = enter(sofias, "cli_alder", "ou_sofia");
            daniel.locator("[data-create]:visible").click();
            daniel.locator(".df .primary").click();
            assertThat(daniel.locator("#title-problem")).isVisible();
            daniel.locator("#ticket-title").fill(TITLE);
            daniel.locator("#ticket-product").selectOption("unknown");
            daniel.locator(".df .primary").click();
            assertThat(daniel.locator("#heading")).containsText(TITLE);
            String path = daniel.url().replaceAll(".*/lark/cli_harbour", "/lark/cli_alder");

            sofia.navigate(desk().node().url() + path);
            openDetails(sofia);
            sofia.locator("#resolving summary").click();
            sofia.locator("#resolution").fill("Ended it");
            sofia.locator("#do-resolve").click();
            daniel.reload();
            daniel.locator("#do-confirm").click();
            assertThat(daniel.locator("#compose")).isHidden();
            daniel.locator("#do-reopen").click();
            assertThat(daniel.locator("#compose")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aTicketIsHandedToAColleague(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext meis = context(locale, width)) {
            Page mei = enter(meis, "ou_mei");
            Page daniel = enter(daniels, "ou_daniel");
            create(daniel);
            letIn(mei, daniel.locator("body").getAttribute("data-group"));
            mei.navigate(daniel.url());

            daniel.locator("[data-drawer][href$='/members']:visible").first().click();
            daniel.locator("#view a[href$='/hand-over']").click();
            requireAccessible(daniel);
            daniel.locator("#view .btn.primary").click();
            assertThat(daniel.locator("#view .prow:has-text('Mei Tanaka') .tag"))
                    .hasCount(2);
            assertThat(daniel.locator("#view a[href$='/hand-over']")).hasCount(0);
            requireAccessible(daniel);
            assertThat(mei.locator("#messages .sys").last()).containsText("Mei Tanaka");
            mei.locator("[data-drawer][href$='/members']:visible").first().click();
            assertThat(mei.locator("#view a[href$='/hand-over']")).hasCount(1);
            requireAccessible(mei);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-GB, 1440", "zh-CN, 360"})
    void aNoteComesToTheServiceTeamAlone(String locale, int width) {
        try (BrowserContext daniels = context(locale, width);
                BrowserContext sofias = context(locale, width)) {
            Page daniel = enter(daniels, "ou_daniel");
            create(daniel);
            String path = "/lark/cli_alder" + daniel.url().replaceAll(".*(/tickets/\\d+).*", "$1");
            Page sofia = enter(sofias, "cli_alder", "ou_sofia");
            sofia.navigate(desk().node().url() + path);
            Page other = sofias.newPage();
            other.navigate(desk().node().url() + path);
            openDetails(sofia);
            openDetails(other);

            sofia.locator("#do-note").click();
            assertThat(sofia.locator("#note-problem")).isVisible();
            requireAccessible(sofia);
            other.locator("#note").fill("Half typed");
            sofia.locator("#note").fill("Looks like batch-07 again");
            sofia.locator("#do-note").click();
            assertThat(sofia.locator("#notes li")).containsText("Looks like batch-07 again");
            assertThat(sofia.locator("#note")).hasValue("");
            assertThat(other.locator("#notes li")).containsText("Looks like batch-07 again");
            assertThat(other.locator("#note")).hasValue("Half typed");
            requireAccessible(sofia);
            daniel.reload();
            assertThat(daniel.locator("#notes")).hasCount(0);
            org.assertj.core.api.Assertions.assertThat(daniel.content()).doesNotContain("batch-07");
        }
    }

    private void letIn(Page person, String group) {
        UUID id = UUID.fromString(person.locator("body").getAttribute("data-me"));
        GroupId ticket = GroupId.parse(group).orElseThrow();
        PersonId guest = new PersonId(ticket.tenant(), id);
        desk().node().bean(AdmitMember.class).execute(ticket, guest, guest);
    }

    private static void create(Page page) {
        openForm(page);
        requireAccessible(page);
        page.locator("#creation .df .primary").click();
        assertThat(page.locator("#title-problem")).isVisible();
        assertThat(page.locator("#product-problem")).isVisible();
        assertThat(page.locator("#ticket-title")).isFocused();
        requireAccessible(page);
        page.locator("#ticket-title").fill(TITLE);
        page.locator("#ticket-product").selectOption("product:Managed PostgreSQL");
        page.locator("label:has([value=HIGH])").click();
        page.locator("#ticket-description").fill("Since 13:40 every write waits. " + "x".repeat(80));
        page.locator("#creation .df .primary").click();
        assertThat(page.locator("#heading")).containsText(TITLE);
        assertThat(page.locator("#heading")).isFocused();
        requireAccessible(page);
    }

    private static void openForm(Page page) {
        page.locator("[data-create]:visible").click();
        assertThat(page.locator("#ticket-title")).isFocused();
    }

    private static void say(Page page, String words) {
        page.locator("#body").fill(words);
        page.locator("#compose .primary").click();
    }

    private static void openDetails(Page page) {
        if (!page.locator("#facts-title").isVisible()) {
            page.locator("a[href='#details']:visible").click();
        }
        assertThat(page.locator("#facts-title")).isVisible();
    }

    private static void closeDetails(Page page) {
        if (page.locator("#details [href='#main']").isVisible()) {
            page.keyboard().press("Escape");
            assertThat(page.locator("#facts-title")).isHidden();
        }
    }
}

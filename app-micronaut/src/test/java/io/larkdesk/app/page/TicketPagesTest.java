package io.larkdesk.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.page.RailGroup.RailTicket;
import io.larkdesk.app.page.TicketPanel.Problem;
import io.larkdesk.app.page.TicketPanel.Told;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is drawn of tickets, for either side. */
class TicketPagesTest {

    private static final Viewer ENGLISH = Samples.viewer(Language.EN, Theme.SYSTEM);

    private final Pages pages = new Pages(new Assets());

    private String page(TicketState state, Side side) {
        return pages.group(
                TicketSamples.page(TicketSamples.panel(ENGLISH, TicketSamples.ticket(state), side, Told.NOTHING)));
    }

    @Test
    void theFactsStandBesideTheConversation() {
        assertThat(page(TicketState.IN_PROGRESS, Side.CUSTOMER))
                .contains("<title>(3) #1042 Checkout writes time out on &lt;pg-prod-3&gt; · Enterprise Service</title>")
                .contains("data-ticket=\"/lark/" + Samples.APP + "/tickets/1042\"")
                .contains("<span class=\"tag prog\">In progress</span>")
                .contains("High · Managed PostgreSQL")
                .contains("On duty until 18:00")
                .contains("<dd class=\"num\"><time datetime=\"2026-11-24T05:48:00Z\"")
                .contains("today 13:48")
                .contains("<a href=\"/group\">Harbour Retail × Alder Cloud</a>")
                .contains("Reads are &lt;b&gt;fine&lt;/b&gt;.")
                .contains("First reply by Wei Chen 陈伟 after 5 min")
                .contains("Assigned to Wei Chen 陈伟 (on duty, fewest open tickets)")
                .contains("Mei Tanaka rated it 5 of 5: quick");
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, SERVICE_TEAM, start await-customer resolve severity reassign",
        "IN_PROGRESS, SERVICE_TEAM, await-customer resolve severity reassign",
        "WAITING_FOR_CUSTOMER, SERVICE_TEAM, resume resolve severity reassign",
        "RESOLVED, SERVICE_TEAM, reopen reassign",
        "CLOSED, SERVICE_TEAM, reopen",
        "NEW, CUSTOMER, severity",
        "RESOLVED, CUSTOMER, confirm reopen",
        "CLOSED, CUSTOMER, reopen rate"
    })
    void eachSideIsOfferedWhatItCanDo(TicketState state, Side side, String changes) {
        String html = page(state, side);
        for (String change : List.of(
                "start", "await-customer", "resume", "resolve", "confirm", "rate", "reopen", "severity", "reassign")) {
            assertThat(html.contains("/tickets/1042/" + change + "\"")
                            || html.contains("/tickets/1042/" + change + "#details\""))
                    .as(change)
                    .isEqualTo(List.of(changes.split(" ")).contains(change));
        }
        assertThat(html.split("name=\"version\" value=\"3\"", -1)).hasSizeGreaterThan(1);
    }

    @Test
    void theCustomerIsAskedWhetherItWorks() {
        assertThat(page(TicketState.RESOLVED, Side.CUSTOMER))
                .contains("Resolved: <b>Ended the transaction of batch-07.</b> Does it work?")
                .contains(">Yes, close</button>")
                .contains(">No, reopen</button>");
        assertThat(page(TicketState.RESOLVED, Side.SERVICE_TEAM)).doesNotContain("Does it work?");
    }

    @Test
    void nobodyWritesAboutAClosedTicketButWhatWasWrittenStays() {
        assertThat(page(TicketState.CLOSED, Side.CUSTOMER))
                .contains("This ticket is closed.")
                .contains("novalidate hidden>")
                .contains("href=\"#ask\">");
        assertThat(page(TicketState.RESOLVED, Side.CUSTOMER)).doesNotContain("novalidate hidden>");
    }

    @Test
    void aRatingIsShownAsText() {
        String html = pages.group(TicketSamples.page(TicketSamples.panel(
                ENGLISH,
                TicketSamples.rated(TicketSamples.ticket(TicketState.CLOSED)),
                Side.SERVICE_TEAM,
                Told.NOTHING)));

        assertThat(html).contains("4 of 5").contains("quick &lt;and&gt; kind");
    }

    @Test
    void theServiceTeamWaitsForTheCustomerAndTheCustomerForNobody() {
        assertThat(page(TicketState.WAITING_FOR_CUSTOMER, Side.CUSTOMER)).contains("Waiting for you");
        assertThat(page(TicketState.WAITING_FOR_CUSTOMER, Side.SERVICE_TEAM))
                .contains("Waiting for the customer")
                .doesNotContain("Waiting for you");
    }

    @Test
    void whatWasRefusedStaysInItsFieldWithTheReason() {
        String long1 = "x".repeat(1_001);
        Told told = new Told(
                Optional.empty(),
                Optional.of(new Problem("resolution", "resolution.TOO_LONG")),
                Map.of("resolution", long1));

        String html = pages.group(
                TicketSamples.page(TicketSamples.panel(ENGLISH, TicketSamples.inProgress(), Side.SERVICE_TEAM, told)));

        assertThat(html)
                .contains("<details id=\"resolving\" open>")
                .contains(">" + long1 + "</textarea>")
                .contains("aria-describedby=\"resolution-problem\"")
                .contains("The line can have up to 1,000 characters.")
                .contains("<details id=\"giving\">");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyNoteAndEveryProblemHasWords(Language language) {
        Viewer viewer = Samples.viewer(language, Theme.SYSTEM);
        for (String key : List.of("stale", "notPossible", "notAllowed", "notReminded")) {
            Told told = new Told(Optional.of(key), Optional.empty(), Map.of());
            assertThat(TicketSamples.panel(viewer, TicketSamples.inProgress(), Side.CUSTOMER, told)
                            .note())
                    .isPresent();
        }
        for (String key :
                List.of("resolution.EMPTY", "resolution.TOO_LONG", "stars", "word.TOO_LONG", "person", "severity")) {
            Told told = new Told(Optional.empty(), Optional.of(new Problem("f", key)), Map.of());
            assertThat(TicketSamples.panel(viewer, TicketSamples.inProgress(), Side.CUSTOMER, told)
                            .problem("f"))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(TimelineEntry.Kind.class)
    void everyEntryIsSaidInBothLanguages(TimelineEntry.Kind kind) {
        for (Language language : Language.values()) {
            for (Optional<String> somebody : List.of(Optional.of("Ann {x} <b>"), Optional.<String>empty())) {
                String words =
                        switch (kind) {
                            case CREATED, SEVERITY_CHANGED -> "HIGH";
                            case RATED -> "3 fine";
                            case EMERGENCY_DECLARED, EMERGENCY_JOINED -> "DATA_LOSS";
                            default -> "";
                        };
                TimelineEntry entry = new TimelineEntry(
                        TicketSamples.TICKET,
                        1,
                        Samples.NOW,
                        kind,
                        Optional.empty(),
                        Optional.empty(),
                        words,
                        ChainHash.START);
                String said = new TimelineLine(entry, somebody, somebody, Samples.NOW).say(Texts.in(language));

                assertThat(said.replace("Ann {x} <b>", "Ann"))
                        .isNotBlank()
                        .doesNotContain("{", "}", "HIGH", "DATA_LOSS");
            }
        }
    }

    @Test
    void theListHasServiceGroupsFirstAndThenTickets() {
        Frame frame = Samples.frame(ENGLISH);
        RailGroup known = new RailGroup(
                "a",
                "It <hangs>",
                2,
                0,
                false,
                Optional.of(new RailTicket(
                        new TicketNumber(7), Optional.of("Load Balancer"), Optional.of(TicketState.NEW), false)));
        RailGroup unknown = new RailGroup(
                "b",
                "Closed one",
                0,
                0,
                true,
                Optional.of(
                        new RailTicket(new TicketNumber(5), Optional.empty(), Optional.of(TicketState.CLOSED), false)));
        Frame full = new Frame(
                ENGLISH,
                frame.appId(),
                frame.csrf(),
                frame.provider(),
                frame.me(),
                frame.organisation(),
                frame.tam(),
                new Rail(List.of(known, unknown, frame.rail().groups().get(0)), Optional.of("s"), false),
                frame.here());

        assertThat(pages.railFragment(full))
                .startsWith("<nav id=\"rail-groups\"")
                .containsSubsequence(
                        "Service group",
                        "Harbour Retail × Alder Cloud",
                        "Open tickets",
                        "href=\"/lark/" + Samples.APP + "/tickets/7\"",
                        ">LB</span>",
                        "It &lt;hangs&gt;",
                        "#7 · New",
                        "#i-flag",
                        "#5 · Closed",
                        "href=\"/lark/" + Samples.APP + "/groups/s/workstation\"",
                        "Enterprise Service Workstation");
    }

    @Test
    void theScriptGetsEveryPieceThatMayHaveChanged() {
        String html = pages.ticketFragment(
                TicketSamples.panel(ENGLISH, TicketSamples.inProgress(), Side.CUSTOMER, Told.NOTHING),
                Samples.frame(ENGLISH));

        assertThat(html.strip())
                .startsWith("<")
                .contains("id=\"standing\"", "id=\"noted\"", "id=\"facts\"", "id=\"timeline\"", "id=\"ask\"")
                .contains("id=\"rail-groups\"")
                .doesNotContain("<html");
    }

    private static NewTicketPage form(Map<String, String> problems) {
        return new NewTicketPage(
                new GroupDialog(ENGLISH, "csrf-token", "/group", "Harbour Retail × Alder Cloud"),
                Samples.APP,
                Samples.DANIEL.id(),
                Samples.GROUP.toString(),
                List.of("CDN", "A & B"),
                new NewTicketPage.Entered("id", "T\"itle", "product:A & B", "CRITICAL", "</textarea>\n<b>", true),
                problems,
                20_000_000,
                Optional.empty());
    }

    @Test
    void theFormOfANewTicketKeepsWhatWasTyped() {
        assertThat(pages.newTicketFragment(form(Map.of())))
                .startsWith("<form")
                .contains("name=\"clientId\" value=\"id\"")
                .contains("value=\"T&#34;itle\"")
                .contains("<option value=\"product:A &amp; B\" selected>A &amp; B</option>")
                .contains("value=\"CRITICAL\" checked>")
                .contains("name=\"emergency\" value=\"yes\" checked>")
                .contains("&lt;/textarea&gt;\n&lt;b&gt;</textarea>")
                .doesNotContain("aria-invalid");
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndSeveralThingsAlsoAbove() {
        String one = pages.newTicketFragment(form(Map.of("product", "product.GONE")));
        String several = pages.newTicket(form(Map.of("title", "title.EMPTY", "description", "description.TOO_LONG")));

        assertThat(one)
                .contains("id=\"product-problem\"")
                .contains("aria-describedby=\"product-problem\"")
                .doesNotContain("note bad\" role");
        assertThat(several)
                .contains("2 fields need another look:")
                .contains("<a href=\"#ticket-title\">")
                .contains("<a href=\"#ticket-description\">")
                .contains("<h1>Create Ticket</h1>");
    }
}

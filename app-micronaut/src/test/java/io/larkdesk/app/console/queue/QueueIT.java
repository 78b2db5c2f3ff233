package io.larkdesk.app.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.Tickets;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueIT {

    private static final String QUEUE = "/console/queue";

    private static RunningDesk desk;
    private static SignedIn daniel;
    private static SignedIn amara;
    private static SignedIn ines;

    private long first;
    private long second;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of("larkdesk.emergency.ack-within", "PT24H"));
        daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        amara = SignedIn.toConsole(desk.node(), "ou_amara");
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void openTickets() {
        first = number(daniel.openTicket("Checkout writes time out"));
        second = number(daniel.openTicket("Replica lag grows"));
    }

    private static long number(String ticketPath) {
        return Long.parseLong(ticketPath.substring(ticketPath.lastIndexOf('/') + 1));
    }

    private static Ticket ticket(long number) {
        return desk.node()
                .bean(Tickets.class)
                .findByNumber(new TicketNumber(number))
                .orElseThrow();
    }

    /** Picks tickets at the versions that they have now. */
    private static Stream<Map.Entry<String, String>> picked(String field, long... numbers) {
        return LongStream.of(numbers)
                .boxed()
                .flatMap(number -> Stream.of(
                        Map.entry(field, Long.toString(number)),
                        Map.entry(
                                "version-" + number,
                                Long.toString(ticket(number).version()))));
    }

    private static Answer submit(SignedIn who, String deed, Stream<Map.Entry<String, String>> fields) {
        String form = Stream.concat(Stream.of(Map.entry("_csrf", who.csrf())), fields)
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return who.browser()
                .send(
                        "POST",
                        QUEUE + "/" + deed,
                        BodyPublishers.ofString(form),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    private static Stream<Map.Entry<String, String>> with(
            Stream<Map.Entry<String, String>> fields, String name, String value) {
        return Stream.concat(fields, Stream.of(Map.entry(name, value)));
    }

    private static String id(PersonId person) {
        return person.value().toString();
    }

    @Test
    void theQueueHasWhatWaitsTheLongestWaitingFirst() {
        String page = amara.browser().get(QUEUE).body();

        assertThat(page.indexOf("ticket-" + first)).isPositive().isLessThan(page.indexOf("ticket-" + second));
        assertThat(page).contains("Harbour Retail Group", "Waiting for us", "name=\"customer\"");
        assertThat(amara.ask(QUEUE).body()).startsWith("<div class=\"queue\"").doesNotContain("<html");
        assertThat(amara.browser().get(QUEUE + "?q=" + second).body())
                .contains("ticket-" + second)
                .doesNotContain("ticket-" + first);
        assertThat(amara.browser().get(QUEUE + "?q=nothing+like+it").body()).contains("No ticket matches");
    }

    @Test
    void theQueueIsNarrowedToOneEngineerOrNobodyOrWhatIsAtRisk() {
        String all = QUEUE + "?view=all&q=" + first;
        PersonId engineer = ticket(first).engineer().orElseThrow();
        assertThat(ines.browser().get(all + "&engineer=" + id(engineer)).body()).contains("ticket-" + first);
        assertThat(ines.browser().get(all + "&engineer=nobody").body())
                .doesNotContain("ticket-" + first)
                .contains("value=\"nobody\" selected");
        assertThat(ines.browser().get(all + "&risk=1").body()).doesNotContain("ticket-" + first);
    }

    @Test
    void aViewIsKeptUnderItsNameAndForgotten() {
        String page = QUEUE + "?view=all&risk=1";
        assertThat(submit(amara, "views?view=served&risk=1", Stream.of(Map.entry("name", " ")))
                        .status())
                .isEqualTo(422);
        assertThat(submit(ines, "views?view=all&risk=1&turn=customer", Stream.of(Map.entry("name", "Late ones")))
                        .status())
                .isEqualTo(303);
        assertThat(ines.browser().get(QUEUE).body())
                .contains("href=\"/console/queue?view=all&amp;risk=1\"", "Late ones");
        assertThat(ines.browser().get(page).body()).contains("views/forget");
        assertThat(amara.browser().get(QUEUE).body()).doesNotContain("Late ones");
        submit(ines, "views/forget", Stream.of(Map.entry("name", "Late ones")));
        assertThat(ines.browser().get(QUEUE).body()).doesNotContain("Late ones");
    }

    @Test
    void besideTheQueueStandsWhoIsOnDutyForAWholePage() {
        assertThat(ines.browser().get(QUEUE).body()).contains("On duty now");
        assertThat(ines.ask(QUEUE).body()).doesNotContain("On duty now");
    }

    @Test
    void onlyWhoSeesToAllCustomersIsShownAll() {
        assertThat(amara.browser().get(QUEUE).body()).doesNotContain("view=all");
        assertThat(amara.browser().get(QUEUE + "?view=all").status()).isEqualTo(404);
        assertThat(ines.browser().get(QUEUE + "?view=all").body()).contains("ticket-" + first);
        assertThat(ines.browser().get("/lark/cli_alder/tickets/" + first).body())
                .contains("Checkout writes time out");
    }

    @Test
    void whatIsTakenIsMine() {
        Answer taken = submit(ines, "take?view=all", picked("take", first));

        assertThat(taken.status()).isEqualTo(303);
        assertThat(taken.location()).isEqualTo(QUEUE + "?view=all");
        assertThat(ticket(first).engineer()).contains(ines.person().id());
        assertThat(ines.browser().get(QUEUE + "?view=mine").body())
                .contains("ticket-" + first)
                .doesNotContain("ticket-" + second);
    }

    @Test
    void whoseDutyEndsSoonIsAskedToHandOver() {
        submit(ines, "take", picked("take", first));
        assertThat(ines.browser().get(QUEUE).body()).doesNotContain("Your duty ends");
        Instant now = Instant.now();
        Roster roster = desk.node().bean(Roster.class);
        Shift shift =
                new Shift(ines.person().id(), StaffRole.ENGINEER, now.minusSeconds(3_600), now.plusSeconds(1_200));
        roster.save(shift);

        assertThat(ines.browser().get(QUEUE).body()).contains("Your duty ends", "?view=mine");
        assertThat(roster.delete(shift)).isTrue();
    }

    @Test
    void severalAreGivenToSomebodyAtOnce() {
        Answer given = submit(
                amara,
                "assign",
                with(picked("ticket", first, second), "person", id(ines.person().id())));

        assertThat(given.status()).isEqualTo(303);
        assertThat(List.of(ticket(first), ticket(second))).allMatch(ticket -> ticket.engineer()
                .equals(Optional.of(ines.person().id())));
    }

    @Test
    void severalAreResolvedWithOneLineAndEachAsItCan() {
        Map<String, String> emergency = Map.of(
                "clientId", UUID.randomUUID().toString(), "reason", "BUSINESS_UNAVAILABLE", "impact", "All shops");
        assertThat(daniel.send("/lark/cli_harbour/tickets/" + first + "/emergency", emergency)
                        .status())
                .isEqualTo(303);

        Answer answer = submit(amara, "resolve", with(picked("ticket", first, second), "resolution", "Failed over"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .contains("1 ticket is changed", "#" + first + ": its Emergency has to be ended first");
        assertThat(ticket(first).state()).isNotEqualTo(TicketState.RESOLVED);
        assertThat(ticket(second).state()).isEqualTo(TicketState.RESOLVED);
        assertThat(ticket(second).resolution().orElseThrow().text()).isEqualTo("Failed over");
        String page = amara.browser().get(QUEUE).body();
        assertThat(page.indexOf("ticket-" + first)).isLessThan(page.indexOf("Waiting for us"));
    }

    @Test
    void whatChangedMeanwhileIsNotChangedAgain() {
        List<Map.Entry<String, String>> seen = picked("ticket", first).toList();
        assertThat(submit(ines, "take", picked("take", first)).status()).isEqualTo(303);

        Answer late = submit(
                amara, "assign", with(seen.stream(), "person", id(amara.person().id())));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Nothing was changed", "#" + first + ": somebody changed it a moment before");
        assertThat(ticket(first).engineer()).contains(ines.person().id());
    }

    @Test
    void badFormsSayWhatIsWrongAndChangeNothing() {
        long version = ticket(first).version();
        Answer none = submit(
                amara, "assign", Stream.of(Map.entry("person", id(amara.person().id()))));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("Pick at least one ticket first");
        Answer nobody = submit(amara, "assign", with(picked("ticket", first), "person", "somebody"));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains("taker-problem", "checked");
        Answer customer = submit(
                amara,
                "assign",
                with(picked("ticket", first), "person", id(daniel.person().id())));
        assertThat(customer.status()).isEqualTo(409);
        assertThat(customer.body()).contains("not of the service team");
        Answer silent = submit(amara, "resolve", with(picked("ticket", first), "resolution", " "));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("resolution-problem");
        assertThat(submit(amara, "take", Stream.of(Map.entry("take", "x"))).status())
                .isEqualTo(400);
        assertThat(submit(amara, "take", Stream.of(Map.entry("take", Long.toString(first))))
                        .status())
                .isEqualTo(400);
        Answer gone = submit(amara, "take", Stream.of(Map.entry("take", "999999"), Map.entry("version-999999", "1")));
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.body()).contains("it is not there any more");
        assertThat(ticket(first).version()).isEqualTo(version);
    }
}

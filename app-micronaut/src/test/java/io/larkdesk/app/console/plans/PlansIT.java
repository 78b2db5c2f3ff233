package io.larkdesk.app.console.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Calendars;
import io.larkdesk.core.clock.Clocks;
import io.larkdesk.core.clock.Goal;
import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.clock.TicketClock;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.PlanPromises;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.ReminderWindow;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Support plans and calendars in the console: who sees them, how they are changed, and what cannot be. */
class PlansIT {

    private static final String PLAN = "/console/plans/plan";
    private static final String CALENDAR = "/console/plans/calendar";
    private static final String BERLIN = "Berlin office";

    private static RunningDesk desk;
    private static SignedIn ines;
    private static SignedIn amara;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        ines = SignedIn.toConsole(desk.node(), "ou_ines");
        amara = SignedIn.toConsole(desk.node(), "ou_amara");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Optional<SupportPlan> plan(String name) {
        return desk.node().bean(PlanPromises.class).find(new PlanName(name));
    }

    private static Optional<BusinessCalendar> calendar(String name) {
        return desk.node().bean(Calendars.class).find(new CalendarName(name));
    }

    /** A new plan. */
    private static Map<String, String> planForm(String name) {
        Map<String, String> form = new HashMap<>();
        form.put("seen", "0");
        form.put("name", name);
        form.put("calendar", BERLIN);
        form.put("warn", "80");
        form.put("responseCRITICAL", "30 min");
        form.put("resolutionCRITICAL", "4 h");
        form.put("responseLOW", "1 h 30 min");
        form.put("window", "20 min");
        form.put("reply", "10 min");
        form.put("level0", "TAM");
        form.put("within0", "3 min");
        form.put("rounds", "");
        form.put("confirm", "1 h");
        return form;
    }

    /** A new calendar. */
    private static Map<String, String> calendarForm(String name) {
        Map<String, String> form = new HashMap<>();
        form.put("seen", "0");
        form.put("name", name);
        form.put("zone", "Asia/Kathmandu");
        form.put("MONDAY", "09:00-12:00, 13:00-24:00");
        form.put("holidays", "2027-01-01 New Year\r\n\r\n2027-12-25 Christmas\r\n");
        return form;
    }

    private static String name(String kind) {
        return kind + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void staffSeeThemAndAdministratorsChangeThem() {
        assertThat(ines.browser().get("/console/plans").body())
                .contains("Enterprise", "Harbour Retail Group", BERLIN, "Europe/Berlin", "new-plan");
        assertThat(amara.browser().get("/console/plans").body())
                .contains("Enterprise", BERLIN)
                .doesNotContain("new-plan", "Harbour Retail Group");
        assertThat(amara.browser().get(PLAN + "?name=Enterprise").body())
                .contains("value=\"15 min\"", "readonly")
                .doesNotContain("id=\"save\"");
        assertThat(amara.submit(PLAN, planForm("Of Amara")).status()).isEqualTo(403);
        assertThat(amara.submit(CALENDAR, calendarForm("Of Amara")).status()).isEqualTo(403);
        assertThat(plan("Of Amara")).isEmpty();
        assertThat(calendar("Of Amara")).isEmpty();
        assertThat(ines.browser().get(PLAN + "?name=Nobody").status()).isEqualTo(404);
        assertThat(ines.browser().get(CALENDAR + "?name=Nobody").status()).isEqualTo(404);
    }

    @Test
    void aPlanIsMadeAsItIsWritten() {
        String name = name("Gold & \"Co\"");
        Answer made = ines.submit(PLAN, planForm(name));

        assertThat(made.status()).isEqualTo(303);
        assertThat(ines.browser().get(made.location()).body()).contains("role=\"status\"", "value=\"1 h 30 min\"");
        assertThat(plan(name))
                .contains(new SupportPlan(
                        Duration.ofMinutes(10),
                        new EscalationPolicy(
                                List.of(new EscalationPolicy.Step(StaffRole.TAM, Duration.ofMinutes(3))),
                                Optional.empty(),
                                Duration.ofHours(1)),
                        Optional.of(new ServiceTargets(
                                new CalendarName(BERLIN),
                                Map.of(
                                        Severity.CRITICAL,
                                        new Target(
                                                Optional.of(Duration.ofMinutes(30)), Optional.of(Duration.ofHours(4))),
                                        Severity.LOW,
                                        new Target(Optional.of(Duration.ofMinutes(90)), Optional.empty())),
                                80)),
                        Optional.of(new ReminderWindow(Duration.ofMinutes(20)))));
    }

    @Test
    void whatWasChangedMeanwhileIsNotOverwritten() {
        String name = name("Stale");
        assertThat(ines.submit(PLAN, planForm(name)).status()).isEqualTo(303);
        Map<String, String> late = planForm(name);
        late.put("reply", "25 min");

        Answer refused = ines.submit(PLAN, late);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("id=\"problem\"", "value=\"25 min\"");
        assertThat(plan(name).map(SupportPlan::replyWithin)).contains(Duration.ofMinutes(10));
        late.put("seen", "1");
        assertThat(ines.submit(PLAN, late).status()).isEqualTo(303);
        assertThat(plan(name).map(SupportPlan::replyWithin)).contains(Duration.ofMinutes(25));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name | ''
                    reply | x
                    reply | 0 min
                    reply | 25 h
                    responseLOW | soon
                    responseCRITICAL | 5 h
                    resolutionCRITICAL | 0 min
                    calendar | ''
                    calendar | Nobody
                    warn | 100
                    warn | x
                    window | 9 min
                    window | 61 min
                    level0 | ADMIN
                    within0 | ''
                    rounds | 0
                    confirm | ''
                    """)
    void whatAPlanCannotPromiseIsNamed(String field, String value) {
        String name = name("Wrong");
        Map<String, String> form = planForm(name);
        form.put(field, value);

        Answer refused = ines.submit(PLAN, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"problem\"", "aria-invalid=\"true\" aria-describedby=\"problem\"");
        assertThat(plan(name)).isEmpty();
    }

    @Test
    void aCalendarIsMadeAsItIsWritten() {
        String name = name("Kathmandu");
        Answer made = ines.submit(CALENDAR, calendarForm(name));

        assertThat(made.status()).isEqualTo(303);
        assertThat(ines.browser().get(made.location()).body())
                .contains("value=\"09:00-12:00, 13:00-24:00\"", "2027-12-25 Christmas");
        assertThat(calendar(name).map(found -> found.holidays().size())).contains(2);
        Map<String, String> late = calendarForm(name);
        late.put("TUESDAY", "00:00-24:00");
        assertThat(ines.submit(CALENDAR, late).status()).isEqualTo(409);
        late.put("seen", "1");
        assertThat(ines.submit(CALENDAR, late).status()).isEqualTo(303);
        assertThat(calendar(name).map(found -> found.week().size())).contains(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name | ''
                    zone | Mars/Olympus
                    MONDAY | ''
                    MONDAY | 9-12
                    MONDAY | 09:00-09:00
                    MONDAY | 09:00-12:00, 11:00-13:00
                    holidays | New Year
                    holidays | 2027-01-01
                    holidays | 2027-02-30 No day
                    """)
    void whatIsNoCalendarIsNamed(String field, String value) {
        String name = name("Wrong");
        Map<String, String> form = calendarForm(name);
        form.put(field, value);

        Answer refused = ines.submit(CALENDAR, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"problem\"", "aria-invalid=\"true\" aria-describedby=\"problem\"");
        assertThat(calendar(name)).isEmpty();
    }

    private static Ticket ticket(String path) {
        return desk.node()
                .bean(Tickets.class)
                .findByNumber(new TicketNumber(Long.parseLong(path.substring(path.lastIndexOf('/') + 1))))
                .orElseThrow();
    }

    @Test
    void clocksThatACustomerMovesGoByTheProvidersCalendar() {
        SignedIn lena = SignedIn.to(desk.node(), "cli_meridian", "ou_lena");
        Ticket ticket = ticket(lena.openTicket("Exports are empty"));

        assertThat(desk.node().bean(Clocks.class).find(ticket.id()).flatMap(clock -> clock.due(Goal.RESOLUTION)))
                .contains(
                        calendar(BERLIN).orElseThrow().addWorking(ticket.times().openedAt(), Duration.ofHours(24)));
    }

    @Test
    void theClocksOfATicketAreShownToBothSidesAndStopWhenTheyShould() {
        SignedIn daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        SignedIn sofia = SignedIn.to(desk.node(), "cli_alder", "ou_sofia");
        String path = daniel.openTicket("Replica lag grows");
        Ticket ticket = ticket(path);
        Clocks clocks = desk.node().bean(Clocks.class);

        assertThat(clocks.find(ticket.id()).flatMap(clock -> clock.due(Goal.RESPONSE)))
                .contains(ticket.times().openedAt().plus(Duration.ofHours(1)));
        assertThat(daniel.browser().get(path).body()).contains("First answer", "1 h 0 min left", "Solution");
        assertThat(ines.browser().get("/console/queue?view=all").body()).contains("answer due");

        assertThat(sofia.send(sofia.path(ticket.id(), "/messages"), SignedIn.message("We look into it"))
                        .status())
                .isEqualTo(200);
        TicketClock answered = clocks.find(ticket.id()).orElseThrow();
        assertThat(answered.responded()).isPresent();
        assertThat(answered.due(Goal.RESPONSE)).isEmpty();
        assertThat(answered.due(Goal.RESOLUTION)).isPresent();
        assertThat(sofia.submit(
                                "/lark/cli_alder/tickets/" + ticket.number().value() + "/await-customer",
                                Map.of("version", Long.toString(ticket.version() + 1)))
                        .status())
                .isEqualTo(303);
        assertThat(clocks.find(ticket.id()).flatMap(clock -> clock.due(Goal.RESOLUTION)))
                .isEmpty();
        assertThat(daniel.browser().get(path).body()).contains("after ", "paused with");
    }
}

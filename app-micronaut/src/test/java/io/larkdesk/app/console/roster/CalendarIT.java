package io.larkdesk.app.console.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Absence;
import io.larkdesk.core.roster.AbsenceReason;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.shared.Transactions;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarIT {

    private static final String BOUNDARY = "between";
    private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2090-01-01T00:00:00Z");

    private static RunningDesk desk;
    private static SignedIn sofia;
    private static SignedIn amara;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        sofia = SignedIn.toConsole(desk.node(), "ou_sofia");
        amara = SignedIn.toConsole(desk.node(), "ou_amara");
    }

    @BeforeEach
    void clear() {
        shifts().forEach(roster()::delete);
        absences().forEach(roster()::delete);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Roster roster() {
        return desk.node().bean(Roster.class);
    }

    private static List<Shift> shifts() {
        return roster().listDuring(sofia.person().id().tenant(), PAST, FUTURE);
    }

    private static List<Absence> absences() {
        return roster().listAbsences(sofia.person().id().tenant(), PAST, FUTURE);
    }

    private static Answer upload(SignedIn who, String proof, String calendar) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + proof + "\r\n--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roster.ics\"\r\nContent-Type: text/calendar\r\n\r\n"
                + calendar + "\r\n--" + BOUNDARY + "--\r\n";
        return who.browser()
                .send(
                        "POST",
                        "/console/roster/calendar",
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static Answer upload(SignedIn who, String calendar) {
        return upload(who, who.csrf(), calendar);
    }

    private static Shift shift(SignedIn who, StaffRole role, int days) {
        Instant now = desk.node().bean(Transactions.class).inTransaction(at -> at);
        Instant from = now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(days));
        Shift shift = new Shift(who.person().id(), role, from, from.plus(Duration.ofHours(8)));
        roster().save(shift);
        return shift;
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a calendar//EN\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20300101T000000Z\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }

    @Test
    void whatIsGivenOutIsTakenIntoAnEmptyRosterAsItWas() {
        List<Shift> planned = List.of(
                shift(amara, StaffRole.ENGINEER, -1),
                shift(sofia, StaffRole.DUTY_MANAGER, 0),
                shift(amara, StaffRole.ENGINEER, 180));
        Absence away = new Absence(
                amara.person().id(),
                planned.get(1).from(),
                planned.get(1).until().plus(Duration.ofDays(9)),
                Optional.of(new AbsenceReason("Holidays")));
        roster().save(away);
        Answer file = amara.browser().get("/console/roster.ics");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("content-type")).isEqualTo("text/calendar; charset=utf-8");
        assertThat(file.body()).contains("SUMMARY:Engineer: Amara Diallo", "SUMMARY:Duty manager: Sofia Lindqvist");
        clear();
        assertThat(absences()).isEmpty();

        assertThat(upload(sofia, file.body()).status()).isEqualTo(303);

        assertThat(absences()).containsExactly(away);

        assertThat(shifts()).containsExactlyInAnyOrderElementsOf(planned);
        assertThat(upload(sofia, file.body()).status()).isEqualTo(303);
        assertThat(shifts()).containsExactlyInAnyOrderElementsOf(planned);
    }

    @Test
    void weeklyEventsOfAnotherCalendarAreTakenByTheClocksOfTheirZone() {
        String weekly = event(
                "SUMMARY:Engineer: Amara Diallo",
                "DTSTART;TZID=Europe/Berlin:20301024T220000",
                "DTEND;TZID=Europe/Berlin:20301025T060000",
                "RRULE:FREQ=WEEKLY");

        assertThat(upload(sofia, calendar(weekly)).location()).isEqualTo("/console/roster?week=2030-10-21");

        assertThat(shifts()).hasSize(26);
        assertThat(shifts().get(0).from()).isEqualTo(Instant.parse("2030-10-24T20:00:00Z"));
        assertThat(shifts().get(1).from()).isEqualTo(Instant.parse("2030-10-31T21:00:00Z"));
    }

    @Test
    void whatDoesNotFitIsListedAndNothingChanged() {
        String right = event("SUMMARY:Engineer: Amara Diallo", "DTSTART:20300603T080000Z", "DTEND:20300603T160000Z");
        String nobody = event("SUMMARY:Lunch <b>together</b>", "DTSTART:20300603T100000Z", "DTEND:20300603T110000Z");
        String allDay = event("SUMMARY:Engineer: Amara Diallo", "DTSTART;VALUE=DATE:20300603");

        Answer refused = upload(sofia, calendar(right, nobody, allDay));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Lunch &lt;b&gt;together&lt;/b&gt;", "it does not say who", "known time zone");
        assertThat(shifts()).isEmpty();
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        for (String text :
                List.of("", "hello", calendar(), "BEGIN:VEVENT\r\n", "\u0000\u0001", "x".repeat(1_100_000))) {
            assertThat(upload(sofia, text).status()).isEqualTo(422);
        }
        assertThat(upload(sofia, "wrong", calendar()).status()).isEqualTo(403);
        assertThat(sofia.browser()
                        .send(
                                "POST",
                                "/console/roster/calendar",
                                BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"),
                                "Content-Type",
                                "multipart/form-data; boundary=" + BOUNDARY)
                        .status())
                .isIn(400, 403);
        assertThat(shifts()).isEmpty();
    }

    @Test
    void engineersTakeNothingIn() {
        String right = event("SUMMARY:Engineer: Amara Diallo", "DTSTART:20300603T080000Z", "DTEND:20300603T160000Z");
        assertThat(upload(amara, calendar(right)).status()).isEqualTo(403);
        assertThat(shifts()).isEmpty();
    }
}

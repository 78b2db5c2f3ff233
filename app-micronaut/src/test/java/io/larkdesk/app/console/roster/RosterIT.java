package io.larkdesk.app.console.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterIT {

    private static final String ROSTER = "/console/roster";
    private static final Instant FROM = Instant.parse("2030-06-03T00:00:00Z");

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
        shifts().forEach(shift -> desk.node().bean(Roster.class).delete(shift));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static List<Shift> shifts() {
        return desk.node()
                .bean(Roster.class)
                .listDuring(sofia.person().id().tenant(), FROM, FROM.plusSeconds(60L * 86_400));
    }

    private static String id(SignedIn who) {
        return who.person().id().value().toString();
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "person", id(amara),
                "role", "ENGINEER",
                "zone", "Europe/Berlin",
                "from", "2030-06-04T22:00",
                "until", "2030-06-05T06:00",
                "weeks", "1"));
    }

    private static Shift plan() {
        assertThat(sofia.submit(ROSTER + "/shifts", form()).location()).isEqualTo(ROSTER + "?week=2030-06-03");
        return shifts().get(0);
    }

    private static Map<String, String> seen(Shift shift) {
        return new HashMap<>(Map.of(
                "week", "2030-06-03",
                "person", shift.person().value().toString(),
                "role", shift.role().name(),
                "begins", Long.toString(shift.from().toEpochMilli()),
                "ends", Long.toString(shift.until().toEpochMilli())));
    }

    private static Map<String, String> covering(Shift shift) {
        Map<String, String> form = seen(shift);
        form.putAll(Map.of(
                "taker", id(sofia),
                "zone", "UTC",
                "from", "2030-06-04T22:00",
                "until", "2030-06-05T01:30"));
        return form;
    }

    @Test
    void aShiftIsPlannedByTheClocksOfItsZoneAndShown() {
        Shift shift = plan();

        assertThat(shift.from())
                .isEqualTo(LocalDateTime.parse("2030-06-04T22:00")
                        .atZone(ZoneId.of("Europe/Berlin"))
                        .toInstant());
        Answer week = amara.browser().get(ROSTER + "?week=2030-06-09");
        assertThat(week.body())
                .contains("Amara Diallo", "20:00", "04:00")
                .doesNotContain("id=\"shifts\"")
                .contains("id=\"absences\"");
        assertThat(sofia.browser().get(ROSTER + "?week=2030-06-03").body()).contains("id=\"shifts\"");
        assertThat(sofia.browser().get(ROSTER + "?week=2030-06-10").body()).doesNotContain("20:00");
    }

    @Test
    void aShiftThatIsRepeatedIsPlannedWeekAfterWeek() {
        Map<String, String> form = form();
        form.put("weeks", "3");

        assertThat(sofia.submit(ROSTER + "/shifts", form).status()).isEqualTo(303);

        assertThat(shifts()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "person, ''",
        "person, x",
        "person, 00000000-0000-0004-0000-000000000002",
        "role, KING",
        "role, ''",
        "zone, Mars/Olympus",
        "zone, ''",
        "from, ''",
        "from, 2030-06-31T22:00",
        "from, 99999-06-04T22:00",
        "until, yesterday",
        "until, 2030-06-04T22:00",
        "until, 2030-07-06T22:00",
        "weeks, 0",
        "weeks, 27",
        "weeks, x"
    })
    void whatMakesNoSenseIsNamedAndNothingPlanned(String field, String value) {
        Map<String, String> form = form();
        form.put(field, value);

        Answer refused = sofia.submit(ROSTER + "/shifts", form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"problem\"")
                .containsPattern("id=\"" + field + "\"[^>]*aria-invalid=\"true\"");
        assertThat(shifts()).isEmpty();
    }

    @Test
    void engineersSeeAndDoNotPlan() {
        Shift shift = plan();

        assertThat(amara.submit(ROSTER + "/shifts", form()).status()).isEqualTo(403);
        assertThat(amara.submit(ROSTER + "/shifts/cancel", seen(shift)).status())
                .isEqualTo(403);
        assertThat(amara.submit(ROSTER + "/shifts/cover", covering(shift)).status())
                .isEqualTo(403);
        assertThat(shifts()).containsExactly(shift);
    }

    @Test
    void aPartOfAShiftIsTakenOver() {
        Shift shift = plan();

        assertThat(sofia.submit(ROSTER + "/shifts/cover", covering(shift)).location())
                .isEqualTo(ROSTER + "?week=2030-06-03");

        assertThat(shifts())
                .extracting(part -> part.person().value().toString())
                .containsExactly(id(amara), id(sofia), id(amara));
        assertThat(sofia.submit(ROSTER + "/shifts/cover", covering(shift)).status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2030-06-04T19:59, 422",
        "until, 2030-06-05T04:01, 422",
        "until, 2030-06-04T22:00, 422",
        "from, '', 422",
        "taker, 00000000-0000-0004-0000-000000000002, 422",
        "taker, x, 400",
        "zone, x, 400",
        "begins, x, 400",
        "ends, 1, 400",
        "ends, 999999999999999999, 400",
        "role, KING, 400",
        "person, x, 400"
    })
    void whatIsNoPartOfAShiftIsNotTakenOver(String field, String value, int status) {
        Shift shift = plan();
        Map<String, String> form = covering(shift);
        form.put(field, value);

        assertThat(sofia.submit(ROSTER + "/shifts/cover", form).status()).isEqualTo(status);
        assertThat(shifts()).containsExactly(shift);
    }

    @Test
    void aShiftIsTakenOutOnce() {
        Shift shift = plan();

        assertThat(sofia.submit(ROSTER + "/shifts/cancel", Map.of("person", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(sofia.submit(ROSTER + "/shifts/cancel", seen(shift)).status())
                .isEqualTo(303);
        assertThat(shifts()).isEmpty();
        Answer gone = sofia.submit(ROSTER + "/shifts/cancel", seen(shift));
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.body()).contains("id=\"told\"");
    }

    @Test
    void nothingOnThePageIsCalledAsSomethingElseIs() {
        plan();
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(sofia.browser().get(ROSTER + "?week=2030-06-03").body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).contains("shifts", "rotations", "absences").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "0000-01-01", "2030-02-30", "99999-01-01", "-2030-01-01"})
    void aWeekThatIsNoneIsTheOneOfToday(String week) {
        assertThat(amara.browser().get(ROSTER + "?week=" + week).status()).isEqualTo(200);
    }
}

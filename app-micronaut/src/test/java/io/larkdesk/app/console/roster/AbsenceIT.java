package io.larkdesk.app.console.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Absence;
import io.larkdesk.core.roster.AbsenceReason;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsenceIT {

    private static final String ROSTER = "/console/roster";
    private static final Instant FROM = Instant.parse("2030-06-03T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(60);

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
        absences().forEach(absence -> roster().delete(absence));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Roster roster() {
        return desk.node().bean(Roster.class);
    }

    private static List<Absence> absences() {
        return roster().listAbsences(sofia.person().id().tenant(), FROM, FROM.plus(SPAN));
    }

    private static String id(SignedIn who) {
        return who.person().id().value().toString();
    }

    private static Map<String, String> form(SignedIn who) {
        return new HashMap<>(Map.of(
                "week", "2030-06-03",
                "absent", id(who),
                "clocks", "Europe/Berlin",
                "leaves", "2030-06-04T12:00",
                "returns", "2030-06-06T08:00",
                "reason", " <b>Dentist</b> "));
    }

    private static Map<String, String> seen(Absence absence) {
        return Map.of(
                "week", "2030-06-03",
                "person", absence.person().value().toString(),
                "begins", Long.toString(absence.from().toEpochMilli()),
                "ends", Long.toString(absence.until().toEpochMilli()));
    }

    @Test
    void whoIsAwayIsShownSoAndNotOnDuty() {
        Shift shift = new Shift(amara.person().id(), StaffRole.ENGINEER, FROM, FROM.plus(Duration.ofDays(7)));
        roster().save(shift);

        assertThat(amara.submit(ROSTER + "/absences", form(amara)).location()).isEqualTo(ROSTER + "?week=2030-06-03");

        Absence absence = absences().get(0);
        assertThat(absence.from()).isEqualTo(Instant.parse("2030-06-04T10:00:00Z"));
        assertThat(absence.reason()).contains(new AbsenceReason("<b>Dentist</b>"));
        assertThat(sofia.browser().get(ROSTER + "?week=2030-06-03").body())
                .contains("&lt;b&gt;Dentist&lt;/b&gt;", "absences/end", "Away meanwhile");
        OnDuty onDuty = desk.node().bean(OnDuty.class);
        assertThat(onDuty.execute(StaffRole.ENGINEER, absence.from().minusMillis(1)))
                .containsEntry(amara.person().id(), absence.from());
        assertThat(onDuty.execute(StaffRole.ENGINEER, absence.from()))
                .doesNotContainKey(amara.person().id());
        roster().delete(shift);
    }

    @ParameterizedTest
    @CsvSource({
        "absent, ''",
        "absent, 00000000-0000-0004-0000-000000000002",
        "clocks, Mars/Olympus",
        "leaves, ''",
        "leaves, 2030-06-31T22:00",
        "returns, yesterday",
        "returns, 2030-06-04T12:00",
        "returns, 2031-06-06T12:00",
        "reason, 'a\u2028b'",
        "reason, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    })
    void whatMakesNoSenseIsNamedAndNothingNoted(String field, String value) {
        Map<String, String> form = form(amara);
        form.put(field, value);

        Answer refused = sofia.submit(ROSTER + "/absences", form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"problem\"")
                .containsPattern("id=\"" + field + "\"[^>]*aria-invalid=\"true\"");
        assertThat(absences()).isEmpty();
    }

    @Test
    void engineersAreAwayByTheirOwnWordOnly() {
        assertThat(amara.submit(ROSTER + "/absences", form(sofia)).status()).isEqualTo(403);
        assertThat(absences()).isEmpty();
        assertThat(sofia.submit(ROSTER + "/absences", form(sofia)).status()).isEqualTo(303);
        Absence absence = absences().get(0);
        assertThat(amara.browser().get(ROSTER + "?week=2030-06-03").body()).doesNotContain("absences/end");
        assertThat(amara.submit(ROSTER + "/absences/end", seen(absence)).status())
                .isEqualTo(403);
        assertThat(absences()).containsExactly(absence);
    }

    @Test
    void anAbsenceIsTakenOutOnce() {
        assertThat(amara.submit(ROSTER + "/absences", form(amara)).status()).isEqualTo(303);
        Absence absence = absences().get(0);

        assertThat(sofia.submit(ROSTER + "/absences/end", Map.of("person", "x")).status())
                .isEqualTo(400);
        assertThat(sofia.submit(ROSTER + "/absences/end", seen(absence)).status())
                .isEqualTo(303);
        assertThat(absences()).isEmpty();
        Answer gone = amara.submit(ROSTER + "/absences/end", seen(absence));
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.body()).contains("id=\"told\"");
    }
}

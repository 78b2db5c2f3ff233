package io.larkdesk.app.console.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser.Answer;
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

class RotationIT {

    private static final String ROSTER = "/console/roster";
    private static final Instant FROM = Instant.parse("2030-06-01T00:00:00Z");

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
                .listDuring(sofia.person().id().tenant(), FROM, FROM.plus(Duration.ofDays(60)));
    }

    private static String id(SignedIn who) {
        return who.person().id().value().toString();
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "turn1", id(amara),
                "turn2", "",
                "turn3", id(sofia),
                "duty", "ENGINEER",
                "first", "2030-06-05",
                "day", "MONDAY",
                "time", "09:00",
                "hours", "Europe/Berlin",
                "rounds", "3"));
    }

    @Test
    void eachTakesOverFromTheOther() {
        assertThat(sofia.submit(ROSTER + "/rotations", form()).location()).isEqualTo(ROSTER + "?week=2030-06-03");

        assertThat(shifts())
                .extracting(Shift::person)
                .containsExactly(
                        amara.person().id(), sofia.person().id(), amara.person().id());
        assertThat(shifts())
                .extracting(Shift::from)
                .containsExactly(
                        Instant.parse("2030-06-05T07:00:00Z"),
                        Instant.parse("2030-06-10T07:00:00Z"),
                        Instant.parse("2030-06-17T07:00:00Z"));
        assertThat(shifts().get(2).until()).isEqualTo(Instant.parse("2030-06-24T07:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "turn1, ''",
        "turn1, x",
        "turn1, 00000000-0000-0004-0000-000000000002",
        "turn6, x",
        "duty, KING",
        "first, 2030-02-30",
        "first, ''",
        "day, EIGHTHDAY",
        "time, 25:00",
        "time, ''",
        "hours, Mars/Olympus",
        "rounds, 0",
        "rounds, 27"
    })
    void whatMakesNoSenseIsNamedAndNothingPlanned(String field, String value) {
        Map<String, String> form = form();
        form.put(field, value);

        Answer refused = sofia.submit(ROSTER + "/rotations", form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"problem\"")
                .containsPattern("id=\"" + field + "\"[^>]*aria-invalid=\"true\"");
        assertThat(shifts()).isEmpty();
    }

    @Test
    void engineersDoNotPlan() {
        assertThat(amara.submit(ROSTER + "/rotations", form()).status()).isEqualTo(403);
        assertThat(shifts()).isEmpty();
    }
}

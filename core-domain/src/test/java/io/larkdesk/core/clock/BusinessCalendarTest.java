package io.larkdesk.core.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BusinessCalendarTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration CENTURIES = Duration.ofHours(171_601);
    private static final CalendarName NAME = new CalendarName("Office");
    private static final Hours MORNING = new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0));
    private static final Hours AFTERNOON = new Hours(LocalTime.of(13, 0), LocalTime.of(18, 0));
    private static final BusinessCalendar OFFICE = new BusinessCalendar(
            NAME,
            NEW_YORK,
            Map.of(
                    DayOfWeek.FRIDAY, List.of(AFTERNOON, MORNING),
                    DayOfWeek.MONDAY, List.of(MORNING)),
            List.of(new Holiday(LocalDate.of(2026, 3, 9), "Free")));

    @Test
    void workOfAFridayEveningGoesOnAfterWeekendAndHoliday() {
        Instant fridayAtFive = Instant.parse("2026-03-06T22:00:00Z");

        assertThat(OFFICE.addWorking(fridayAtFive, Duration.ofHours(1))).isEqualTo("2026-03-06T23:00:00Z");
        // Monday is free, and the clocks have been put forward
        assertThat(OFFICE.addWorking(fridayAtFive, Duration.ofMinutes(61))).isEqualTo("2026-03-13T13:01:00Z");
        assertThat(OFFICE.nextOpening(Instant.parse("2026-03-06T17:00:00Z"))).isEqualTo("2026-03-06T18:00:00Z");
    }

    @Test
    void anHourThatIsShownTwiceIsWorkedTwiceAndOneThatIsLeftOutIsNot() {
        BusinessCalendar night = new BusinessCalendar(
                NAME,
                NEW_YORK,
                Map.of(DayOfWeek.SUNDAY, List.of(new Hours(LocalTime.of(1, 0), LocalTime.of(3, 0)))),
                List.of());

        assertThat(night.worked(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(night.worked(Instant.parse("2026-03-08T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    @Timeout(5)
    void centuriesAreCountedAtOnce() {
        Instant from = Instant.parse("1970-01-02T00:00:00Z");
        for (int i = 0; i < 100; i++) {
            Instant due = OFFICE.addWorking(from, CENTURIES);
            assertThat(due).isAfter("2260-01-01T00:00:00Z");
            assertThat(OFFICE.worked(from, due)).isEqualTo(CENTURIES);
        }
    }

    @Test
    void theLongestTargetIsDueInTheCalendarWithTheLeastWork() {
        Hours hour = new Hours(LocalTime.of(9, 0), LocalTime.of(10, 0));
        BusinessCalendar little =
                new BusinessCalendar(NAME, NEW_YORK, Map.of(DayOfWeek.MONDAY, List.of(hour)), List.of());

        assertThat(little.addWorking(Instant.parse("2026-01-01T00:00:00Z"), Target.LONGEST))
                .isBefore("2200-01-01T00:00:00Z");
        Hours less = new Hours(LocalTime.of(9, 0), LocalTime.of(9, 59));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new BusinessCalendar(NAME, NEW_YORK, Map.of(DayOfWeek.MONDAY, List.of(less)), List.of()));
    }

    @Test
    void aCalendarThatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar(NAME, NEW_YORK, Map.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar(
                        NAME, NEW_YORK, Map.of(DayOfWeek.MONDAY, List.of(MORNING, Hours.ALL_DAY)), List.of()));
        Holiday free = new Holiday(LocalDate.of(2027, 1, 1), "New Year");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar(
                        NAME, NEW_YORK, Map.of(DayOfWeek.MONDAY, List.of(MORNING)), List.of(free, free)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hours(LocalTime.of(9, 0), LocalTime.of(9, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hours(LocalTime.of(9, 0), LocalTime.of(9, 0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.addWorking(Instant.EPOCH, Duration.ofMillis(-1)));
    }
}

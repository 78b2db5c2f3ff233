package io.larkdesk.core.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calendars and promises are made of: their bounds, and their text. */
class ClockValuesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aPromiseIsAMinuteToAYear() {
        assertThat(Target.isTime(MINUTE)).isTrue();
        assertThat(Target.isTime(MINUTE.minusMillis(1))).isFalse();
        assertThat(Target.isTime(Target.LONGEST)).isTrue();
        assertThat(Target.isTime(Target.LONGEST.plusMillis(1))).isFalse();
    }

    @Test
    void aTargetRefusesWhatCannotBePromised() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(Optional.of(Duration.ZERO), Optional.empty()))
                .withMessageStartingWith("response");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(Optional.empty(), Optional.of(Duration.ZERO)))
                .withMessageStartingWith("resolution");
    }

    @Test
    void anAnswerMayTakeAsLongAsTheRestAndNoLonger() {
        Target same = new Target(Optional.of(MINUTE), Optional.of(MINUTE));

        assertThat(same.of(Goal.RESPONSE)).contains(MINUTE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(Optional.of(MINUTE.plusMillis(1)), Optional.of(MINUTE)))
                .withMessageContaining("longer");
    }

    @ParameterizedTest
    @CsvSource({"09:00-12:30, 09:00-12:30", "' 09:00 – 12:30 ', 09:00-12:30", "13:00-24:00, 13:00-24:00"})
    void hoursAreReadAndWritten(String text, String written) {
        assertThat(Hours.parse(text).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "09:00", "09:00-12:30-13:00", "9-12", "12:30-09:00"})
    void whatIsNotLikeHoursIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.parse(text));
    }

    @Test
    void severalHoursAreReadWithCommasBetweenThem() {
        Hours morning = new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0));
        Hours afternoon = new Hours(LocalTime.of(13, 0), LocalTime.MIDNIGHT);

        assertThat(Hours.parseAll("09:00-12:00, 13:00-24:00")).containsExactly(morning, afternoon);
        assertThat(Hours.parseAll(" ")).isEmpty();
        assertThat(Hours.inOrder(List.of(afternoon, morning))).containsExactly(morning, afternoon);
    }

    @Test
    void hoursMayBeginWhenOthersEndAndNotBefore() {
        Hours early = Hours.parse("09:00-12:00");

        assertThat(Hours.inOrder(List.of(Hours.parse("12:00-13:00"), early))).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hours.inOrder(List.of(Hours.parse("11:59-13:00"), early)));
    }

    @Test
    void asManyHoursOfADayAsTheMostAreTaken() {
        List<Hours> most = IntStream.range(0, Hours.MOST)
                .mapToObj(i -> new Hours(LocalTime.of(i, 0), LocalTime.of(i, 30)))
                .toList();
        List<Hours> more = Stream.concat(most.stream(), Stream.of(Hours.parse("22:00-23:00")))
                .toList();

        assertThat(Hours.inOrder(most)).isEqualTo(most);
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.inOrder(more));
    }

    @Test
    void aHolidayIsReadAndWritten() {
        Holiday holiday = Holiday.parse(" 2027-01-01  New Year");

        assertThat(holiday).isEqualTo(new Holiday(LocalDate.of(2027, 1, 1), "New Year"));
        assertThat(holiday.text()).isEqualTo("2027-01-01 New Year");
        assertThatIllegalArgumentException().isThrownBy(() -> Holiday.parse("2027-01-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> Holiday.parse("New Year"));
    }

    @Test
    void aCalendarsNameIsALine() {
        assertThat(new CalendarName("Berlin office")).hasToString("Berlin office");
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarName(" "));
        assertThat(CalendarName.isName("a".repeat(61))).isFalse();
    }

    @Test
    void itIsWarnedAfterOneToNinetyNinePercent() {
        assertThat(ServiceTargets.isShare(1)).isTrue();
        assertThat(ServiceTargets.isShare(0)).isFalse();
        assertThat(ServiceTargets.isShare(99)).isTrue();
        assertThat(ServiceTargets.isShare(100)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Reading.State.class)
    void aClockIsOverOnceItCameToItsGoal(Reading.State state) {
        assertThat(state.isOver()).isEqualTo(state == Reading.State.MET || state == Reading.State.MISSED);
    }
}

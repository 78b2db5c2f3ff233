package io.larkdesk.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.clock.CalendarArbitraries.Case;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What a calendar counts is what somebody counts who looks at the clock on the wall each minute. */
class BusinessCalendarProperties {

    private static final Duration MOMENT = Duration.ofMillis(1);

    @Provide
    Arbitrary<Case> cases() {
        return CalendarArbitraries.cases();
    }

    @Property(tries = 400)
    void aMinuteIsOpenIfTheClockOnTheWallSaysSo(@ForAll("cases") Case some, @ForAll @IntRange(max = 4_000) int after) {
        Instant instant = some.about().plus(Duration.ofMinutes(after));

        assertThat(some.calendar().isOpen(instant)).isEqualTo(MinuteModel.isOpen(some.calendar(), instant));
        assertThat(some.calendar().isOpen(instant.plusMillis(59_999)))
                .isEqualTo(some.calendar().isOpen(instant));
    }

    @Property(tries = 400)
    void whatIsWorkedIsTheMinutesThatAreOpen(@ForAll("cases") Case some, @ForAll @IntRange(max = 10_000) int minutes) {
        Instant until = some.about().plus(Duration.ofMinutes(minutes));

        assertThat(some.calendar().worked(some.about(), until).toMinutes())
                .isEqualTo(MinuteModel.worked(some.calendar(), some.about(), until));
    }

    @Property(tries = 400)
    void theNextOpeningIsTheFirstOpenMinute(@ForAll("cases") Case some) {
        Instant opening = some.calendar().nextOpening(some.about());

        assertThat(MinuteModel.isOpen(some.calendar(), opening)).isTrue();
        assertThat(MinuteModel.worked(some.calendar(), some.about(), opening)).isZero();
    }

    @Property
    void exactlyTheWorkThatIsAddedIsWorkedAndNotAMomentEarlier(
            @ForAll("cases") Case some, @ForAll @LongRange(min = 1, max = 400L * 86_400_000) long millis) {
        Duration work = Duration.ofMillis(millis);
        Instant due = some.calendar().addWorking(some.about(), work);

        assertThat(some.calendar().worked(some.about(), due)).isEqualTo(work);
        assertThat(some.calendar().worked(some.about(), due.minus(MOMENT))).isEqualTo(work.minus(MOMENT));
    }

    @Property
    void workThatIsAddedInTwoPartsIsDueAtTheSameTime(
            @ForAll("cases") Case some,
            @ForAll @LongRange(min = 1, max = 10L * 86_400_000) long one,
            @ForAll @LongRange(min = 1, max = 10L * 86_400_000) long other) {
        BusinessCalendar calendar = some.calendar();

        assertThat(calendar.addWorking(
                        calendar.addWorking(some.about(), Duration.ofMillis(one)), Duration.ofMillis(other)))
                .isEqualTo(calendar.addWorking(some.about(), Duration.ofMillis(one + other)));
    }

    @Property
    void whatIsWorkedAddsUp(
            @ForAll("cases") Case some,
            @ForAll @LongRange(max = 4_000L * 86_400_000) long one,
            @ForAll @LongRange(max = 4_000L * 86_400_000) long other) {
        BusinessCalendar calendar = some.calendar();
        Instant middle = some.about().plusMillis(one);
        Instant end = middle.plusMillis(other);

        assertThat(calendar.worked(some.about(), middle).plus(calendar.worked(middle, end)))
                .isEqualTo(calendar.worked(some.about(), end))
                .isLessThanOrEqualTo(Duration.ofMillis(one + other));
        assertThat(calendar.worked(end, some.about())).isZero();
    }
}

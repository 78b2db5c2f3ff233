package io.larkdesk.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static QuietHours hours(String from, String until) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(until), BERLIN);
    }

    @ParameterizedTest
    @CsvSource({
        // In winter Berlin is an hour ahead
        "22:00, 07:00, 2026-01-10T20:59:59.999Z,",
        "22:00, 07:00, 2026-01-10T21:00:00Z,     2026-01-11T06:00:00Z",
        "22:00, 07:00, 2026-01-10T23:30:00Z,     2026-01-11T06:00:00Z",
        "22:00, 07:00, 2026-01-11T05:59:59.999Z, 2026-01-11T06:00:00Z",
        "22:00, 07:00, 2026-01-11T06:00:00Z,",
        "12:00, 13:00, 2026-01-10T10:59:59.999Z,",
        "12:00, 13:00, 2026-01-10T11:00:00Z,     2026-01-10T12:00:00Z",
        "12:00, 13:00, 2026-01-10T12:00:00Z,",
        // On 29 March 2026 clocks go from 02:00 to 03:00, on 25 October from 03:00 back to 02:00
        "22:00, 07:00, 2026-03-28T22:00:00Z,     2026-03-29T05:00:00Z",
        "22:00, 02:30, 2026-03-28T22:00:00Z,     2026-03-29T01:30:00Z",
        "22:00, 02:30, 2026-10-24T22:00:00Z,     2026-10-25T01:30:00Z",
        "22:00, 02:30, 2026-10-25T01:10:00Z,     2026-10-25T01:30:00Z",
    })
    void endWhenTheirPersonsClockSaysSo(String from, String until, Instant now, Instant end) {
        assertThat(hours(from, until).endAround(now)).isEqualTo(Optional.ofNullable(end));
    }

    @Property
    void endsLieAheadAndWithinADay(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int until,
            @ForAll @IntRange(max = 365 * 24 * 60) int minute) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));
        if (from != until) {
            new QuietHours(LocalTime.MIN.plusMinutes(from), LocalTime.MIN.plusMinutes(until), zone)
                    .endAround(now)
                    .ifPresent(end -> assertThat(Duration.between(now, end))
                            .isPositive()
                            .isLessThanOrEqualTo(Duration.ofHours(25)));
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
    }

    @Test
    void hoursOfNoLengthAreRefused() {
        assertThatThrownBy(() -> hours("22:00", "22:00")).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.larkdesk.app.console.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Times;
import io.larkdesk.core.person.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "30 min, PT30M",
        "30m, PT30M",
        "4 h, PT4H",
        "1 h 30 min, PT1H30M",
        "90 min, PT1H30M",
        "1:30, PT1H30M",
        "2 小时 5 分钟, PT2H5M",
        "0 min, PT0S"
    })
    void timesAreReadAsPeopleWriteThem(String text, String time) {
        assertThat(Amount.parse(text)).contains(Duration.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "4", "h", "-4 h", "4 h 5", "1:60", "4 d", "999999999 h", "٣ h"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(Amount.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatPagesShowCanBeSentBack(Language language) {
        Times times = new Times(Texts.in(language), ZoneOffset.UTC, Instant.EPOCH);
        for (long minutes : new long[] {1, 59, 60, 61, 1_440, 366 * 1_440}) {
            Duration time = Duration.ofMinutes(minutes);
            assertThat(Amount.parse(times.amount(time))).contains(time);
        }
    }
}

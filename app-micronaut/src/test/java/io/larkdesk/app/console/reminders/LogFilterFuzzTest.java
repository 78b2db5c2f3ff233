package io.larkdesk.app.console.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.app.web.Parameters;
import java.time.Instant;
import java.time.ZoneId;

/** Whatever an address asks of the log of reminders, it is what the page says that it shows, and a question that the database can answer. */
class LogFilterFuzzTest {

    private static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");
    private static final Instant END = Instant.parse("3000-02-01T00:00:00Z");

    @FuzzTest
    void whatIsAskedIsWhatIsShown(FuzzedDataProvider data) {
        String query = data.consumeRemainingAsString();
        LogFilter filter;
        try {
            filter = LogFilter.of(Parameters.of(query));
        } catch (IllegalArgumentException e) {
            assertThat(query).contains("%");
            return;
        }
        assertThat(LogFilter.of(Parameters.of(filter.asked()))).isEqualTo(filter);
        assertThat(filter.path()).matches("/console/reminders(\\?[A-Za-z0-9_.=&%*+-]+)?");
        assertThat(filter.wanted(ZONE)).isNotNull();
        filter.after().ifPresent(spot -> assertThat(spot.mentionedAt()).isBetween(Instant.EPOCH, END));
    }
}

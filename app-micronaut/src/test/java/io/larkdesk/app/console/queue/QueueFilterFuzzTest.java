package io.larkdesk.app.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.app.page.TicketFilter;
import io.larkdesk.app.web.Parameters;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.TicketWords;
import io.micronaut.http.HttpParameters;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Whatever an address asks of tickets, in the queue and on a workstation, it is what the page says that it shows. */
class QueueFilterFuzzTest {

    private static final PersonId ASKER = new PersonId(new TenantId(new UUID(0, 1)), new UUID(0, 2));

    @FuzzTest
    void whatIsAskedIsWhatIsShown(FuzzedDataProvider data) {
        String query = data.consumeRemainingAsString();
        HttpParameters asked;
        try {
            asked = Parameters.of(query);
        } catch (IllegalArgumentException e) {
            assertThat(query).contains("%");
            return;
        }
        queue(QueueFilter.of(asked, ASKER));
        workstation(TicketFilter.parse(map(asked)));
    }

    private static void queue(QueueFilter filter) {
        assertThat(QueueFilter.of(Parameters.of(filter.asked()), ASKER)).isEqualTo(filter);
        assertThat(filter.path()).matches("/console/queue(\\?[A-Za-z0-9_.=&%*+-]+)?");
        assertThat(filter.query(ASKER)).isNotNull();
        filter.words().ifPresent(QueueFilterFuzzTest::areWords);
    }

    private static void workstation(TicketFilter filter) {
        assertThat(TicketFilter.parse(map(Parameters.of(filter.query())))).isEqualTo(filter);
        assertThat(filter.query()).matches("(\\?[A-Za-z0-9_.=&%*+-]+)?");
        filter.words().ifPresent(QueueFilterFuzzTest::areWords);
    }

    /** As the database takes them: nothing is in a term that means something else in a query. */
    private static void areWords(TicketWords words) {
        assertThat(words.text()).isNotBlank().hasSizeLessThanOrEqualTo(TicketWords.LONGEST);
        assertThat(words.wanted())
                .allMatch(wanted -> wanted.term().codePoints().allMatch(QueueFilterFuzzTest::isOfWord));
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c) || (c > 0x7F && !Character.isWhitespace(c));
    }

    private static Map<String, String> map(HttpParameters parameters) {
        Map<String, String> map = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (!values.isEmpty()) {
                map.put(name, values.get(0));
            }
        });
        return map;
    }
}

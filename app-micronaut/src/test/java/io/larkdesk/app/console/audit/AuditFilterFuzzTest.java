package io.larkdesk.app.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.larkdesk.app.web.Parameters;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** Whatever an address asks of the audit log, it is what the page says that it shows, and a question that the database can answer. */
class AuditFilterFuzzTest {

    private static final TenantId PROVIDER = new TenantId(new UUID(0, 1));
    private static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");
    private static final Instant END = Instant.parse("3000-02-01T00:00:00Z");

    @FuzzTest
    void whatIsAskedIsWhatIsShown(FuzzedDataProvider data) {
        String query = data.consumeRemainingAsString();
        AuditFilter filter;
        try {
            filter = AuditFilter.of(Parameters.of(query), PROVIDER);
        } catch (IllegalArgumentException e) {
            assertThat(query).contains("%");
            return;
        }
        assertThat(AuditFilter.of(Parameters.of(filter.asked()), PROVIDER)).isEqualTo(filter);
        assertThat(filter.path()).matches("/console/audit(\\?[A-Za-z0-9_.=&%*+-]+)?");
        AuditQuery asked = filter.query(ZONE);
        assertThat(asked).isNotNull();
        filter.after().ifPresent(spot -> assertThat(spot.at()).isBetween(Instant.EPOCH, END));
    }
}

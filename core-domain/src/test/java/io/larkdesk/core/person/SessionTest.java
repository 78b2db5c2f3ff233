package io.larkdesk.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final PersonId ANN = new PersonId(new TenantId(new UUID(1, 1)), new UUID(1, 2));

    private final Session session = Session.open(SessionKey.of("token"), ANN, NOW);

    @Test
    void unusedSessionIsOverExactlyAfterTwoHours() {
        Instant end = NOW.plus(Session.IDLE);

        assertThat(session.isAliveAt(NOW)).isTrue();
        assertThat(session.isAliveAt(end.minusMillis(1))).isTrue();
        assertThat(session.isAliveAt(end)).isFalse();
        assertThat(session.isAliveAt(end.plusMillis(1))).isFalse();
    }

    @Test
    void usedSessionIsOverExactlyAfterTwelveHours() {
        Instant end = NOW.plus(Session.LASTS);
        Session used = session.seen(end.minusSeconds(1));

        assertThat(used.isAliveAt(end.minusMillis(1))).isTrue();
        assertThat(used.isAliveAt(end)).isFalse();
        assertThat(used.isAliveAt(end.plusMillis(1))).isFalse();
    }
}

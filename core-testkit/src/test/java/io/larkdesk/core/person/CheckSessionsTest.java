package io.larkdesk.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckSessionsTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(11);
    private final Scene scene = new Scene(desk, randomness);
    private final CheckSessions check = new CheckSessions(desk.transactions(), desk.sessions(), desk.tenants());
    private final Tenant acme = scene.customer("Acme");
    private final Tenant other = scene.customer("Other");
    private final SessionKey ann = open(scene.person(acme, "Ann"));
    private final SessionKey bob = open(scene.person(other, "Bob"));

    @Test
    void sessionsThatAreOpenHold() {
        assertThat(check.execute(List.of(ann, bob))).containsExactlyInAnyOrder(ann, bob);
        assertThat(check.execute(List.of())).isEmpty();
    }

    @Test
    void aSessionThatIsClosedHoldsNoLonger() {
        new CloseSession(desk.transactions(), desk.sessions(), Records.staff(desk)).execute(ann);

        assertThat(check.execute(List.of(ann, bob))).containsExactly(bob);
    }

    @Test
    void checkingKeepsNoSessionAlive() {
        clock.advance(Session.IDLE.minusMillis(1));
        assertThat(check.execute(List.of(ann))).containsExactly(ann);

        clock.advance(Duration.ofMillis(1));
        assertThat(check.execute(List.of(ann))).isEmpty();
    }

    @Test
    void sessionsOfASuspendedTenantDoNotHold() {
        desk.tenants().save(acme.become(TenantState.SUSPENDED));

        assertThat(check.execute(List.of(ann, bob))).containsExactly(bob);
    }

    private SessionKey open(Person person) {
        return desk.transactions()
                .inTransaction(now -> new OpenSession(desk.sessions(), randomness).execute(person.id(), now))
                .key();
    }
}

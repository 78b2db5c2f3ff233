package io.larkdesk.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.FollowTickets.Command;
import io.larkdesk.core.ticket.FollowTickets.Listed;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who can follow a customer's tickets, and from where on. */
class FollowTicketsTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(12));
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Tenant harbour = scene.customer("Harbour");
    private final Person daniel = scene.person(harbour, "Daniel");
    private final ServiceGroup group = scene.group(harbour);
    private final FollowTickets follow = new FollowTickets(
            desk.transactions(), desk.groups(), desk.tickets(), new Standing(desk.members(), desk.people()));

    private Optional<Listed> ask(Person asker, Optional<Instant> since, Optional<TicketQuery.Place> after, int limit) {
        return follow.execute(new Command(asker.id(), harbour.id(), TicketQuery.Show.ALL, since, after, limit));
    }

    private Optional<Listed> ask(Person asker) {
        return ask(asker, Optional.empty(), Optional.empty(), 9);
    }

    private Person staff(StaffRole role) {
        return scene.staff(provider, role.name(), role);
    }

    @Test
    void onlyThoseWhoServeTheCustomerCan() {
        Ticket ticket = scene.ticket(group, daniel);
        Person tam = staff(StaffRole.TAM);
        assertThat(ask(tam)).isEmpty();
        assertThat(ask(staff(StaffRole.ENGINEER))).isEmpty();
        assertThat(ask(daniel)).isEmpty();
        assertThat(ask(staff(StaffRole.ADMIN)).orElseThrow().tickets()).containsExactly(ticket);
        scene.join(group, tam);
        assertThat(ask(tam).orElseThrow().tickets()).containsExactly(ticket);
    }

    @Test
    void theLastActiveComesFirstInPagesDownToTheInstant() {
        Person admin = staff(StaffRole.ADMIN);
        Ticket first = scene.ticket(group, daniel);
        clock.advance(Duration.ofMillis(1));
        Ticket second = scene.ticket(group, daniel);
        clock.advance(Duration.ofMillis(1));
        Ticket third = scene.ticket(group, daniel);

        Listed page = ask(admin, Optional.empty(), Optional.empty(), 2).orElseThrow();
        assertThat(page.tickets()).containsExactly(third, second);
        assertThat(ask(admin, Optional.empty(), page.next(), 2).orElseThrow().tickets())
                .containsExactly(first);

        Instant since = second.times().activeAt();
        assertThat(ask(admin, Optional.of(since), Optional.empty(), 9)
                        .orElseThrow()
                        .tickets())
                .containsExactly(third, second);
        Listed cut = ask(admin, Optional.of(since.plusMillis(1)), Optional.empty(), 2)
                .orElseThrow();
        assertThat(cut.tickets()).containsExactly(third);
        assertThat(cut.next()).isEmpty();
    }
}

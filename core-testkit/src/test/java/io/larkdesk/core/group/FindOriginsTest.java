package io.larkdesk.core.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindOriginsTest {

    private final InMemoryDesk desk = new InMemoryDesk(new ManualClock());
    private final Scene scene = new Scene(desk, new SeededRandomness(22));
    private final FindOrigins findOrigins = new FindOrigins(desk.transactions(), desk.groups());

    private final Tenant acme = scene.customer("Acme");
    private final Tenant globex = scene.customer("Globex");
    private final ServiceGroup ofAcme = scene.group(acme);
    private final ServiceGroup ofGlobex = scene.group(globex);

    @Test
    void aTicketsGroupLeadsToTheServiceGroupFromWhichItWasOpenedAndNoOtherDoes() {
        Ticket one = scene.ticket(ofAcme, scene.person(acme, "Ann"));
        Ticket other = scene.ticket(ofGlobex, scene.person(globex, "Gil"));
        GroupId unknown = new GroupId(acme.id(), new UUID(0, 1));

        assertThat(findOrigins.execute(List.of(one.id(), unknown))).containsExactly(ofAcme.id());
        assertThat(findOrigins.execute(List.of(one.id(), other.id())))
                .containsExactlyInAnyOrder(ofAcme.id(), ofGlobex.id());
        assertThat(findOrigins.execute(List.of(ofAcme.id(), unknown))).isEmpty();
    }
}

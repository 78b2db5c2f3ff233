package io.larkdesk.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.ListCandidates.Candidate;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which tickets somebody sees at the side, to whom one can be given, and for what one can be opened. */
class TicketListsTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(7));
    private final Standing standing = new Standing(desk.members(), desk.people());
    private final ListMyTickets listMyTickets = new ListMyTickets(desk.transactions(), desk.members(), desk.tickets());
    private final ListProducts listProducts =
            new ListProducts(desk.transactions(), desk.groups(), desk.members(), desk.products(), desk.tickets());
    private final ListCandidates listCandidates = new ListCandidates(
            desk.transactions(),
            desk.tickets(),
            standing,
            desk.people(),
            new OnDuty(desk.tenants(), desk.people(), desk.roster()));

    private final Tenant provider = scene.provider("Alder Cloud");
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Person ann = scene.person(acme, "Ann");
    private final Person tom = scene.staff(provider, "Tom", StaffRole.TAM);
    private final Person eve = scene.staff(provider, "Eve", StaffRole.ENGINEER);

    @BeforeEach
    void gather() {
        scene.join(group, ann);
        scene.join(group, tom);
    }

    private Ticket closed(Ticket ticket) {
        return desk.transactions().inTransaction(now -> {
            Ticket closed = ticket.become(TicketState.CLOSED, now);
            desk.tickets().save(closed);
            desk.groups().save(closed.group());
            return closed;
        });
    }

    @Test
    void openTicketsAreListedTheLastOneFirst() {
        Ticket first = scene.ticket(group, ann);
        Ticket second = scene.ticket(group, ann);
        closed(scene.ticket(group, ann));
        Person dan = scene.person(acme, "Dan");
        scene.join(group, dan);
        scene.ticket(group, dan);

        assertThat(listMyTickets.execute(ann.id())).containsExactly(second, first);
        assertThat(listMyTickets.execute(tom.id())).isEmpty();
    }

    @Test
    void whoIsOnDutyComesFirstAmongThoseWhoCanHaveATicket() {
        Person zoe = scene.staff(provider, "Zoe", StaffRole.ENGINEER);
        scene.shift(zoe, StaffRole.ENGINEER, clock.instant(), Duration.ofHours(8));
        scene.shift(eve, StaffRole.ENGINEER, clock.instant().plusSeconds(1), Duration.ofHours(8));
        scene.shift(tom, StaffRole.DUTY_MANAGER, clock.instant(), Duration.ofHours(8));
        Ticket ticket = scene.ticket(group, ann);

        List<Candidate> candidates = listCandidates.execute(ticket.id(), tom.id());

        assertThat(candidates).extracting(Candidate::person).containsExactly(zoe, eve, tom);
        assertThat(candidates)
                .extracting(Candidate::onDutyUntil)
                .containsExactly(
                        Optional.of(clock.instant().plus(Duration.ofHours(8))), Optional.empty(), Optional.empty());
    }

    @Test
    void onlyTheServiceTeamOfTheTicketIsToldWhoCanHaveIt() {
        Ticket ticket = scene.ticket(group, ann);

        assertThat(listCandidates.execute(ticket.id(), ann.id())).isEmpty();
        assertThat(listCandidates.execute(ticket.id(), eve.id())).isEmpty();
        assertThat(listCandidates.execute(group.id(), tom.id())).isEmpty();
    }

    @Test
    void membersOfAServiceGroupAreOfferedTheProductsAndNobodyElse() {
        List<Product> products = List.of(new Product("CDN"), new Product("Billing"));
        desk.products().replace(products);
        Ticket ticket = scene.ticket(group, ann);
        TicketGroup own = ticket.group();

        assertThat(listProducts.execute(group.id(), ann.id())).contains(new ListProducts.Offered(group, products));
        assertThat(listProducts.execute(own.id(), ann.id())).isEmpty();
        assertThat(listProducts.execute(group.id(), eve.id())).isEmpty();
    }
}

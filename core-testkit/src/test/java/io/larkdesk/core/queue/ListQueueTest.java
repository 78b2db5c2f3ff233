package io.larkdesk.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.queue.ListQueue.Entry;
import io.larkdesk.core.queue.ListQueue.Listed;
import io.larkdesk.core.queue.ListQueue.Part;
import io.larkdesk.core.queue.QueueQuery.Whose;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the staff find in their queue, and what not. */
class ListQueueTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(7));
    private final ListQueue listQueue = new ListQueue(
            desk.transactions(),
            desk.ticketQueue(),
            desk.emergencies(),
            desk.reminders(),
            desk.members(),
            desk.readCursors(),
            desk.people(),
            desk.tenants(),
            new OnDuty(desk.tenants(), desk.people(), desk.roster()));

    private final Tenant provider = scene.provider("Alder Cloud");
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Person ann = scene.person(acme, "Ann");
    private final Person eve = scene.staff(provider, "Eve", StaffRole.ENGINEER);
    private final Person tom = scene.staff(provider, "Tom", StaffRole.TAM);
    private final Person dan = scene.staff(provider, "Dan", StaffRole.DUTY_MANAGER);

    @BeforeEach
    void gather() {
        scene.join(group, ann);
        scene.join(group, eve);
    }

    private Ticket opened() {
        clock.advance(Duration.ofMinutes(1));
        return scene.ticket(group, ann);
    }

    private void declare(Ticket ticket) {
        desk.transactions().inTransaction(now -> {
            Emergency emergency = new Emergency(
                    new EmergencyId(ticket.id(), new UUID(1, 1)),
                    new Emergency.Declaration(
                            ann.id(), now, Emergency.Reason.BUSINESS_UNAVAILABLE, "", new ClientId(new UUID(1, 2))),
                    EscalationPolicy.standard(Duration.ofMinutes(5), Optional.of(2)),
                    1,
                    0,
                    new Emergency.Unanswered(now),
                    Optional.empty());
            desk.emergencies().add(emergency, now);
            return ticket;
        });
    }

    private Optional<Listed> list(Whose whose, Person asker) {
        return listQueue.execute(QueueQuery.of(whose, asker.id()), 2);
    }

    private static List<Ticket> tickets(List<Entry> entries) {
        return entries.stream().map(Entry::ticket).toList();
    }

    @Test
    void anEmergencyStandsAboveAllAndNotTwice() {
        Ticket first = opened();
        Ticket second = opened();
        declare(second);

        Listed listed = list(Whose.SERVED, eve).orElseThrow();

        assertThat(tickets(listed.emergencies())).containsExactly(second);
        assertThat(listed.parts()).extracting(Part::turn).containsExactly(Side.SERVICE_TEAM, Side.CUSTOMER);
        assertThat(tickets(listed.parts().get(0).entries())).containsExactly(first);
        assertThat(listed.waiting()).isEqualTo(Map.of(Whose.MINE, 0, Whose.SERVED, 2));
        assertThat(listed.emergencies()).extracting(Entry::organisation).containsExactly("Acme");
        assertThat(listQueue.listCustomers(QueueQuery.of(Whose.SERVED, eve.id())))
                .containsExactly(acme);
    }

    @Test
    void whoIsOnDutyIsToldUntilWhen() {
        scene.shift(eve, StaffRole.ENGINEER, clock.instant(), Duration.ofHours(8));

        assertThat(list(Whose.MINE, eve).orElseThrow().onDutyUntil())
                .contains(clock.instant().plus(Duration.ofHours(8)));
        assertThat(list(Whose.MINE, tom).orElseThrow().onDutyUntil()).isEmpty();
    }

    @Test
    void oneGoesOnWhereThePageEnded() {
        Ticket first = opened();
        Ticket second = opened();
        Ticket third = opened();

        Part page = list(Whose.SERVED, eve).orElseThrow().parts().get(0);
        Listed rest = listQueue
                .execute(
                        QueueQuery.of(Whose.SERVED, eve.id())
                                .onTurn(page.turn())
                                .from(page.next()),
                        2)
                .orElseThrow();

        assertThat(tickets(page.entries())).containsExactly(first, second);
        assertThat(rest.parts()).hasSize(1);
        assertThat(tickets(rest.parts().get(0).entries())).containsExactly(third);
        assertThat(rest.parts().get(0).next()).isEmpty();
    }

    @Test
    void onlyWhoSeesToAllCustomersMayAskForAllAndOnlyStaffForAny() {
        Ticket ticket = opened();
        declare(opened());

        assertThat(list(Whose.ALL, eve)).isEmpty();
        assertThat(list(Whose.ALL, tom)).isEmpty();
        assertThat(listQueue.listCustomers(QueueQuery.of(Whose.ALL, tom.id()))).isEmpty();
        assertThat(listQueue.listCustomers(QueueQuery.of(Whose.SERVED, ann.id())))
                .isEmpty();
        assertThat(list(Whose.SERVED, ann)).isEmpty();
        assertThat(list(Whose.MINE, ann)).isEmpty();
        Listed all = list(Whose.ALL, dan).orElseThrow();
        assertThat(tickets(all.parts().get(0).entries())).containsExactly(ticket);
        assertThat(all.emergencies()).hasSize(1);
        assertThat(list(Whose.SERVED, tom).orElseThrow().parts())
                .allMatch(part -> part.entries().isEmpty());
        assertThat(list(Whose.SERVED, tom).orElseThrow().emergencies()).isEmpty();
    }

    @Test
    void aReminderIsToldWhileTheCustomerWaitsSince() {
        Ticket waits = opened();
        Ticket waitsAnew = opened();
        Instant pressed = clock.instant().plus(Duration.ofMinutes(6));
        remind(waits, pressed);
        remind(waitsAnew, clock.instant().minusMillis(1));

        List<Entry> entries =
                list(Whose.SERVED, eve).orElseThrow().parts().get(0).entries();

        assertThat(tickets(entries)).containsExactly(waits, waitsAnew);
        assertThat(entries).extracting(Entry::remindedAt).containsExactly(Optional.of(pressed), Optional.empty());
    }

    private void remind(Ticket ticket, Instant at) {
        desk.reminders()
                .add(new Reminder(
                        new MessageId(ticket.id(), 3),
                        ann.id(),
                        at,
                        new ClientId(new UUID(1, 3)),
                        eve.id(),
                        Optional.empty(),
                        new Reminder.Progress(Reminder.Delivery.OPEN, Optional.empty(), Optional.empty())));
    }

    @Test
    void whatIsUnreadIsToldToThoseInTheTicketsGroup() {
        Ticket ticket = opened();
        desk.transactions()
                .inTransaction(now -> scene.join(desk.groups().find(ticket.id()).orElseThrow(), eve, now));
        scene.say(desk.groups().find(ticket.id()).orElseThrow(), ann, "Hello?");

        assertThat(list(Whose.SERVED, eve)
                        .orElseThrow()
                        .parts()
                        .get(0)
                        .entries()
                        .get(0)
                        .unread())
                .hasValueSatisfying(unread -> assertThat(unread.messages()).isEqualTo(1));
        assertThat(list(Whose.ALL, dan)
                        .orElseThrow()
                        .parts()
                        .get(0)
                        .entries()
                        .get(0)
                        .unread())
                .isEmpty();
    }
}

package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.ClaimPages.Claim;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EndEmergency;
import io.larkdesk.core.escalation.Pager;
import io.larkdesk.core.escalation.PagingPolicy;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.SendReminder;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A ticket whose opener may press [Reminder] and [Emergency], and who may answer. */
abstract class EscalationScene {

    final ManualClock clock = new ManualClock();
    final Stores stores = new InMemoryDesk(clock);
    final SeededRandomness randomness = new SeededRandomness(7);
    final Scene scene = new Scene(stores, randomness);
    final EscalationDesk desk = new EscalationDesk(stores, Setting.USUAL, PagingPolicy.DEFAULT, randomness);
    final Tenant acme = scene.customer("Acme");
    final Tenant provider = scene.provider("Alder Cloud");
    final Person ann = scene.person(acme, "Ann");
    final Person eva = scene.staff(provider, "Eva", StaffRole.ENGINEER);
    final Person eli = scene.staff(provider, "Eli", StaffRole.ENGINEER);
    final Person tam = scene.staff(provider, "Tam", StaffRole.TAM);
    final ServiceGroup group = scene.group(acme);
    final Ticket ticket = scene.ticket(group, ann);

    void onDuty(Person person, StaffRole role) {
        scene.shift(person, role, clock.instant(), Duration.ofDays(3));
    }

    Emergency declare() {
        DeclareEmergency.Result result = desk.declare.execute(new DeclareEmergency.Command(
                ticket.id(), ann.id(), Emergency.Reason.DATA_LOSS, "", new ClientId(randomness.uuid())));
        return ((DeclareEmergency.Started) result).emergency();
    }

    void end(Emergency emergency) {
        long version = stores.emergencies().find(emergency.id()).orElseThrow().version();
        assertThat(desk.end.execute(new EndEmergency.Command(emergency.id(), eva.id(), "restored", version)))
                .isInstanceOf(CommandResult.Done.class);
    }

    SendReminder.Result press() {
        return desk.sendReminder.execute(
                new SendReminder.Command(ticket.id(), ann.id(), new ClientId(randomness.uuid())));
    }

    Reminder sent() {
        return ((SendReminder.Sent) press()).reminder();
    }

    List<TimelineEntry.Kind> timeline() {
        return stores.timelines().listAfter(ticket.id(), 0, 100).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    void deliverAll() {
        for (Claim claim : desk.claimPages.execute(50)) {
            desk.settlePage.execute(
                    claim.page(), new Pager.Delivered("om_" + claim.page().id()));
        }
    }

    Ticket givenTo(Person engineer) {
        return with(ticket.state(), Optional.of(engineer.id()));
    }

    Ticket with(TicketState state, Optional<PersonId> engineer) {
        return new Ticket(
                ticket.id(),
                ticket.openedFrom(),
                ticket.number(),
                ticket.title(),
                ticket.description(),
                ticket.product(),
                ticket.severity(),
                state,
                ticket.opener(),
                ticket.clientId(),
                engineer,
                ticket.version() + 1,
                ticket.times(),
                ticket.resolution(),
                ticket.rating());
    }
}

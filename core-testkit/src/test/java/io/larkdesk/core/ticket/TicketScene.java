package io.larkdesk.core.ticket;

import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.MentionedMembers;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.NoteTicket;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.RedrawLists;
import io.larkdesk.core.escalation.EmergencyAlarms;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.SeatMembers;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.RemindMentioned;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A customer with two people and a TAM in its group, and what can be done with its tickets. */
abstract class TicketScene {

    static final Product DATABASE = new Product("Managed PostgreSQL");

    final ManualClock clock = new ManualClock();
    final InMemoryDesk desk = new InMemoryDesk(clock);
    final Scene scene = new Scene(desk, new SeededRandomness(7));
    final RecordingFeed feed = new RecordingFeed();
    final Tenant provider = scene.provider("Alder Cloud");
    final Tenant acme = scene.customer("Acme");
    final ServiceGroup group = scene.group(acme);
    final Person ann = scene.person(acme, "Ann");
    final Person bob = scene.person(acme, "Bob");
    final Person tom = scene.staff(provider, "Tom Tam", StaffRole.TAM);
    final Person eva = scene.staff(provider, "Eva", StaffRole.ENGINEER);

    final SeatMembers seatMembers = new SeatMembers(desk.transactions(), desk.members());
    final KeepTimeline keepTimeline = new KeepTimeline(desk.transactions(), desk.timelines());
    final NoteTicket noteTicket = new NoteTicket(
            desk.transactions(),
            desk.members(),
            desk.messages(),
            new RemindMentioned(desk.mentions(), desk.permits(), ReminderPolicy.DEFAULT),
            feed);
    final OnDuty onDuty = new OnDuty(desk.tenants(), desk.people(), desk.roster());
    final Standing standing = new Standing(desk.members(), desk.people());
    final RecordChange recordChange = new RecordChange(
            desk.tickets(),
            desk.groups(),
            seatMembers,
            keepTimeline,
            noteTicket,
            new RedrawLists(desk.transactions(), desk.members(), feed));
    final AttachFiles attachFiles = new AttachFiles(desk.transactions(), desk.attachments());
    final PostMessage postMessage = new PostMessage(
            desk.transactions(),
            desk.members(),
            desk.messages(),
            attachFiles,
            new MentionedMembers(desk.members(), (message, persons, now) -> {}),
            new TicketHost(desk.tickets(), keepTimeline),
            feed);
    final CreateTicket createTicket = new CreateTicket(
            desk.transactions(),
            desk.groups(),
            desk.members(),
            desk.tickets(),
            desk.products(),
            new OpenTicket(
                    new AssignEngineer(onDuty, desk.tickets(), new FindTam(desk.members(), desk.people())),
                    desk.groups(),
                    desk.tickets(),
                    seatMembers,
                    keepTimeline,
                    noteTicket),
            attachFiles,
            postMessage,
            new SeededRandomness(8));
    final HandOnTicket handOnTicket = new HandOnTicket(
            new AssignEngineer(onDuty, desk.tickets(), new FindTam(desk.members(), desk.people())), recordChange);
    final ChangeTicket changeTicket = new ChangeTicket(
            desk.transactions(),
            desk.tickets(),
            standing,
            desk.people(),
            new EmergencyAlarms(desk.emergencies()),
            TicketPolicy.DEFAULT,
            recordChange,
            handOnTicket,
            Records.audit(desk));
    final RaiseToCritical raiseToCritical = new RaiseToCritical(desk.transactions(), desk.tickets(), recordChange);
    final ShowTicket showTicket = new ShowTicket(
            desk.transactions(), desk.tickets(), standing, desk.members(), desk.people(), onDuty, TicketPolicy.DEFAULT);
    final ListTickets listTickets = new ListTickets(
            desk.transactions(), desk.members(), desk.people(), desk.tickets(), desk.readCursors(), desk.messages());
    final ShowTimeline showTimeline =
            new ShowTimeline(desk.transactions(), desk.tickets(), standing, desk.timelines(), desk.people());

    TicketScene() {
        desk.products().replace(List.of(DATABASE));
        scene.join(group, ann);
        scene.join(group, bob);
        scene.join(group, tom);
    }

    CreateTicket.Result create(Person opener, GroupId from, Optional<Product> product) {
        return createTicket.execute(new CreateTicket.Command(
                from,
                opener.id(),
                new ClientId(new UUID(1, feed.changes().size())),
                Title.parse("Writes time out"),
                Description.parse("since 13:40"),
                product,
                Severity.HIGH));
    }

    Ticket open() {
        return ((CreateTicket.Created) create(ann, group.id(), Optional.of(DATABASE))).ticket();
    }

    ChangeTicket.Result change(Ticket seen, Person actor, Change change) {
        return changeTicket.execute(new ChangeTicket.Command(seen.id(), actor.id(), seen.version(), change));
    }

    List<Content> said(GroupId where) {
        return desk.messages().listAfter(where, 0, 100).stream()
                .map(Message::content)
                .toList();
    }

    Instant beOnDuty() {
        return scene.shift(eva, StaffRole.ENGINEER, clock.instant(), Duration.ofHours(8))
                .until();
    }

    Ticket changed(Ticket seen, Person actor, Change change) {
        return ((ChangeTicket.Changed) change(seen, actor, change)).ticket();
    }
}

package io.larkdesk.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MentionedMembers;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.RecordingFeed;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** The law of internal notes: for the customer all is as if there were none. */
class NoteProperties {

    private static final String SECRET = "Zanzibar";

    /** What people do around a ticket. */
    enum Deed {
        CUSTOMER_SPEAKS,
        TEAM_SPEAKS,
        TEAM_NOTES,
        TEAM_NOTES_THE_SAME_AGAIN,
        DUTY_MANAGER_NOTES,
        CUSTOMER_TRIES_TO_NOTE,
        STRANGER_TRIES_TO_NOTE
    }

    @Property(tries = 200)
    void withNotesTheCustomerFindsWhatIsThereWithout(@ForAll @Size(max = 25) List<Deed> deeds) {
        Case with = new Case();
        Case without = new Case();
        int noted = 0;
        for (Deed deed : deeds) {
            noted += with.doIt(deed);
            if (deed == Deed.CUSTOMER_SPEAKS || deed == Deed.TEAM_SPEAKS) {
                without.doIt(deed);
            } else {
                without.waitAMinute();
            }
        }
        assertThat(with.seenByCustomer()).isEqualTo(without.seenByCustomer());
        assertThat(with.notesFor(with.ann)).isEmpty();
        assertThat(with.notesFor(with.zoe)).isEmpty();
        assertThat(with.notesFor(with.tom).orElseThrow().notes()).hasSize(noted);
        assertThat(with.notesFor(with.dan)).isEqualTo(with.notesFor(with.tom));
    }

    private static final class Case {

        private final ManualClock clock = new ManualClock();
        private final InMemoryDesk desk = new InMemoryDesk(clock);
        private final Scene scene = new Scene(desk, new SeededRandomness(7));
        private final RecordingFeed feed = new RecordingFeed();
        private final Tenant provider = scene.provider("Alder Cloud");
        private final Tenant acme = scene.customer("Acme");
        private final ServiceGroup group = scene.group(acme);
        private final Person ann = scene.person(acme, "Ann");
        private final Person tom = scene.staff(provider, "Tom", StaffRole.TAM);
        private final Person dan = scene.staff(provider, "Dan", StaffRole.DUTY_MANAGER);
        private final Person zoe = scene.staff(provider, "Zoe", StaffRole.ENGINEER);
        private final GroupId ticket;
        private final Standing standing = new Standing(desk.members(), desk.people());
        private final AddNote addNote =
                new AddNote(desk.transactions(), desk.tickets(), standing, desk.notes(), feed, Records.audit(desk));
        private final ShowNotes showNotes =
                new ShowNotes(desk.transactions(), desk.tickets(), standing, desk.notes(), desk.people());
        private final PostMessage postMessage = new PostMessage(
                desk.transactions(),
                desk.members(),
                desk.messages(),
                new AttachFiles(desk.transactions(), desk.attachments()),
                new MentionedMembers(desk.members(), (message, persons, now) -> {}),
                new TicketHost(desk.tickets(), new KeepTimeline(desk.transactions(), desk.timelines())),
                feed);
        private final ListTickets listTickets = new ListTickets(
                desk.transactions(),
                desk.members(),
                desk.people(),
                desk.tickets(),
                desk.readCursors(),
                desk.messages());
        private int said;
        private int noted;

        Case() {
            scene.join(group, ann);
            scene.join(group, tom);
            ticket = scene.ticket(group, ann).id();
            scene.join(desk.groups().find(ticket).orElseThrow(), tom);
        }

        void waitAMinute() {
            clock.advance(Duration.ofMinutes(1));
        }

        /** How many notes there are more by it. */
        int doIt(Deed deed) {
            waitAMinute();
            return switch (deed) {
                case CUSTOMER_SPEAKS -> say(ann);
                case TEAM_SPEAKS -> say(tom);
                case TEAM_NOTES -> note(tom, ++noted) ? 1 : 0;
                case TEAM_NOTES_THE_SAME_AGAIN -> again();
                case DUTY_MANAGER_NOTES -> note(dan, ++noted) ? 1 : 0;
                case CUSTOMER_TRIES_TO_NOTE -> note(ann, ++noted) ? 1_000 : 0;
                case STRANGER_TRIES_TO_NOTE -> note(zoe, ++noted) ? 1_000 : 0;
            };
        }

        private int say(Person person) {
            postMessage.execute(new PostMessage.Command(
                    ticket, person.id(), new ClientId(new UUID(1, ++said)), MessageBody.parse("Words " + said)));
            return 0;
        }

        private int again() {
            int before = desk.notes().list(ticket, ShowNotes.MOST).size();
            note(tom, 0);
            note(tom, 0);
            return desk.notes().list(ticket, ShowNotes.MOST).size() > before ? 1 : 0;
        }

        private boolean note(Person person, int number) {
            return addNote.execute(new AddNote.Command(
                    ticket, person.id(), new ClientId(new UUID(2, number)), NoteText.parse(SECRET + " " + number)));
        }

        Optional<ShowNotes.Shown> notesFor(Person person) {
            return showNotes.execute(ticket, person.id());
        }

        /** All that the customer is ever shown of a ticket is made of these. */
        List<Object> seenByCustomer() {
            TicketQuery all = TicketQuery.of(new TicketQuery.OfGroup(group.id()));
            TicketQuery found = new TicketQuery(
                    all.scope(),
                    all.show(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    TicketWords.of(SECRET).map(words -> new TicketQuery.Search(words, ann.id())),
                    all.sort(),
                    Optional.empty());
            return List.of(
                    desk.tickets().find(ticket),
                    desk.messages().listAfter(ticket, 0, Integer.MAX_VALUE),
                    desk.messages().listAfter(group.id(), 0, Integer.MAX_VALUE),
                    desk.timelines().listAfter(ticket, 0, Integer.MAX_VALUE),
                    desk.readCursors().listUnread(ann.id(), List.of(ticket, group.id())),
                    listTickets.execute(all, 9, ann.id()),
                    listTickets.execute(found, 9, ann.id()).orElseThrow().entries());
        }
    }
}

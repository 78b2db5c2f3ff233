package io.larkdesk.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.attachment.FileName;
import io.larkdesk.core.attachment.OpenAttachment;
import io.larkdesk.core.attachment.UploadAttachment;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.conversation.MentionedMembers;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.NoteTicket;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.RedrawLists;
import io.larkdesk.core.escalation.EmergencyAlarms;
import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.LeaveWithoutRole;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.MoveMember;
import io.larkdesk.core.group.SeatMembers;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.MentionFacts;
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
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TicketUseCasesTest {

    private static final Product DATABASE = new Product("Managed PostgreSQL");

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(7));
    private final RecordingFeed feed = new RecordingFeed();
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Tenant acme = scene.customer("Acme");
    private final ServiceGroup group = scene.group(acme);
    private final Person ann = scene.person(acme, "Ann");
    private final Person bob = scene.person(acme, "Bob");
    private final Person tom = scene.staff(provider, "Tom Tam", StaffRole.TAM);
    private final Person eva = scene.staff(provider, "Eva", StaffRole.ENGINEER);

    private final SeatMembers seatMembers = new SeatMembers(desk.transactions(), desk.members());
    private final KeepTimeline keepTimeline = new KeepTimeline(desk.transactions(), desk.timelines());
    private final NoteTicket noteTicket = new NoteTicket(
            desk.transactions(),
            desk.members(),
            desk.messages(),
            new RemindMentioned(desk.mentions(), desk.permits(), ReminderPolicy.DEFAULT),
            feed);
    private final OnDuty onDuty = new OnDuty(desk.tenants(), desk.people(), desk.roster());
    private final Standing standing = new Standing(desk.members(), desk.people());
    private final RecordChange recordChange = new RecordChange(
            desk.tickets(),
            desk.groups(),
            seatMembers,
            keepTimeline,
            noteTicket,
            new RedrawLists(desk.transactions(), desk.members(), feed));
    private final AttachFiles attachFiles = new AttachFiles(desk.transactions(), desk.attachments());
    private final PostMessage postMessage = new PostMessage(
            desk.transactions(),
            desk.members(),
            desk.messages(),
            attachFiles,
            new MentionedMembers(desk.members(), (message, persons, now) -> {}),
            new TicketHost(desk.tickets(), keepTimeline),
            feed);
    private final CreateTicket createTicket = new CreateTicket(
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
    private final ChangeTicket changeTicket = new ChangeTicket(
            desk.transactions(),
            desk.tickets(),
            standing,
            desk.people(),
            new EmergencyAlarms(desk.emergencies()),
            TicketPolicy.DEFAULT,
            recordChange,
            Records.audit(desk));
    private final RaiseToCritical raiseToCritical =
            new RaiseToCritical(desk.transactions(), desk.tickets(), recordChange);
    private final ShowTicket showTicket = new ShowTicket(
            desk.transactions(), desk.tickets(), standing, desk.members(), desk.people(), onDuty, TicketPolicy.DEFAULT);
    private final ListTickets listTickets = new ListTickets(
            desk.transactions(), desk.members(), desk.people(), desk.tickets(), desk.readCursors(), desk.messages());
    private final ShowTimeline showTimeline =
            new ShowTimeline(desk.transactions(), desk.tickets(), standing, desk.timelines(), desk.people());

    TicketUseCasesTest() {
        desk.products().replace(List.of(DATABASE));
        scene.join(group, ann);
        scene.join(group, bob);
        scene.join(group, tom);
    }

    private CreateTicket.Result create(Person opener, GroupId from, Optional<Product> product) {
        return createTicket.execute(new CreateTicket.Command(
                from,
                opener.id(),
                new ClientId(new UUID(1, feed.changes().size())),
                Title.parse("Writes time out"),
                Description.parse("since 13:40"),
                product,
                Severity.HIGH));
    }

    private Ticket open() {
        return ((CreateTicket.Created) create(ann, group.id(), Optional.of(DATABASE))).ticket();
    }

    private ChangeTicket.Result change(Ticket seen, Person actor, Change change) {
        return changeTicket.execute(new ChangeTicket.Command(seen.id(), actor.id(), seen.version(), change));
    }

    private List<Content> said(GroupId where) {
        return desk.messages().listAfter(where, 0, 100).stream()
                .map(Message::content)
                .toList();
    }

    private Instant beOnDuty() {
        return scene.shift(eva, StaffRole.ENGINEER, clock.instant(), Duration.ofHours(8))
                .until();
    }

    @Test
    void aNewTicketIsNotedInBothGroupsAndTheEngineerOnDutyIsTold() {
        Instant until = beOnDuty();
        Ticket ticket = open();

        Content.TicketNotice line = new Content.TicketNotice(
                TicketEvent.CREATED,
                new Content.TicketLink(ticket.id(), ticket.number(), "Writes time out"),
                Optional.of(ann.id()),
                Optional.of(eva.id()),
                Optional.of(until),
                "");
        assertThat(said(group.id())).containsExactly(line);
        assertThat(said(ticket.id())).containsExactly(line);
        assertThat(desk.members().list(ticket.id()))
                .extracting(Member::person)
                .containsExactlyInAnyOrder(ann.id(), eva.id(), tom.id());
        assertThat(desk.mentions().listPending(eva.id(), 10))
                .extracting(MentionFacts::standing, facts -> facts.message().group())
                .containsExactly(tuple(MentionFacts.Standing.STANDS, ticket.id()));
        assertThat(desk.mentions().listPending(tom.id(), 10)).isEmpty();
        assertThat(feed.changes()).containsExactlyInAnyOrder(group.id(), ticket.id());
    }

    @Test
    void ticketsOfSomebodyWithoutARoleAreHandedOn() {
        beOnDuty();
        Ticket open = open();
        Ticket closed = open();
        desk.tickets().save(closedNow(closed));
        HandOnTickets handOn = new HandOnTickets(
                new LeaveWithoutRole(
                        desk.members(),
                        new MoveMember(
                                desk.members(), new MembershipNotices(desk.transactions(), desk.messages(), feed))),
                desk.tickets(),
                new AssignEngineer(onDuty, desk.tickets(), new FindTam(desk.members(), desk.people())),
                recordChange);

        desk.transactions().inTransaction(now -> {
            handOn.changed(eva, tom.id(), now);
            return now;
        });
        assertThat(desk.tickets().find(open.id()).orElseThrow().engineer()).contains(eva.id());

        desk.transactions().inTransaction(now -> {
            Person former = eva.inRole(Optional.empty());
            desk.people().save(former);
            handOn.changed(former, tom.id(), now);
            return now;
        });

        assertThat(desk.tickets().find(open.id()).orElseThrow().engineer()).contains(tom.id());
        assertThat(desk.tickets().find(closed.id()).orElseThrow().engineer()).contains(eva.id());
        assertThat(desk.members().find(open.id(), eva.id()).orElseThrow().isIn())
                .isFalse();
        assertThat(desk.timelines().listAfter(open.id(), 0, 10))
                .extracting(TimelineEntry::kind, TimelineEntry::about)
                .endsWith(tuple(TimelineEntry.Kind.ASSIGNED, Optional.of(tom.id())));
    }

    private Ticket closedNow(Ticket ticket) {
        Change resolve = new Change.Resolve(Resolution.parse("Restarted"));
        return new Change.Confirm().appliedTo(resolve.appliedTo(ticket, clock.instant()), clock.instant());
    }

    @Test
    void withNobodyOnDutyTheTamHasItAndTheLineSaysSo() {
        Ticket ticket = open();

        assertThat(ticket.engineer()).contains(tom.id());
        assertThat(said(ticket.id())).singleElement().isInstanceOfSatisfying(Content.TicketNotice.class, line -> {
            assertThat(line.about()).contains(tom.id());
            assertThat(line.until()).isEmpty();
        });
        assertThat(desk.mentions().listPending(tom.id(), 10)).hasSize(1);
        assertThat(desk.timelines().listAfter(ticket.id(), 0, 10))
                .extracting(TimelineEntry::kind, TimelineEntry::words)
                .containsExactly(
                        tuple(TimelineEntry.Kind.CREATED, "HIGH"),
                        tuple(TimelineEntry.Kind.ASSIGNED, "NOBODY_ON_DUTY"));
    }

    @Test
    void aTicketNeedsAServiceGroupAndAProductThatThereIs() {
        Ticket ticket = open();

        assertThat(create(ann, ticket.id(), Optional.empty())).isInstanceOf(CreateTicket.NotAMember.class);
        assertThat(create(ann, group.id(), Optional.of(new Product("Fax"))))
                .isInstanceOf(CreateTicket.UnknownProduct.class);
        assertThat(create(ann, group.id(), Optional.empty())).isInstanceOf(CreateTicket.Created.class);
    }

    @Test
    void filesComeAlongAsTheFirstMessageAndAreSeenInTheTicketsGroupOnly() {
        Attachment log = uploaded(ann, "pg.log");
        CreateTicket.Command command = withFiles(List.of(log.id()));

        Ticket ticket = ((CreateTicket.Created) createTicket.execute(command)).ticket();

        assertThat(said(ticket.id())).hasSize(2).last().isInstanceOfSatisfying(Content.Words.class, words -> {
            assertThat(words.author()).isEqualTo(ann.id());
            assertThat(words.body()).isEqualTo(MessageBody.NONE);
            assertThat(words.attachments()).extracting(Attachment::name).containsExactly(log.name());
        });
        assertThat(said(group.id())).hasSize(1);
        OpenAttachment open = new OpenAttachment(desk.transactions(), desk.members(), desk.attachments());
        AttachmentId there = new AttachmentId(ticket.id(), log.id().value());
        assertThat(open.execute(there, tom.id())).isPresent();
        assertThat(open.execute(there, bob.id())).isEmpty();
        assertThat(open.execute(log.id(), ann.id())).isEmpty();
        assertThat(createTicket.execute(command))
                .isInstanceOfSatisfying(
                        CreateTicket.Created.class,
                        again -> assertThat(again.ticket().id()).isEqualTo(ticket.id()));
        assertThat(said(ticket.id())).hasSize(2);
    }

    @Test
    void filesThatAreNotTheOpenersOrTooManyOpenNothing() {
        Attachment bobs = uploaded(bob, "bob.log");
        List<AttachmentId> six = IntStream.range(0, 6)
                .mapToObj(number -> uploaded(ann, number + ".log").id())
                .toList();

        assertThat(createTicket.execute(withFiles(List.of(bobs.id()))))
                .isEqualTo(new CreateTicket.FilesRefused(AttachFiles.Problem.FILE_NOT_THERE));
        assertThat(createTicket.execute(withFiles(six)))
                .isEqualTo(new CreateTicket.FilesRefused(AttachFiles.Problem.TOO_MANY_FILES));
        assertThat(said(group.id())).isEmpty();
        assertThat(desk.attachments().find(bobs.id())).isPresent();
        assertThat(createTicket.execute(withFiles(six.subList(0, 5)))).isInstanceOf(CreateTicket.Created.class);
    }

    @Test
    void theProductThatSomebodyUsedLastIsOfferedFirst() {
        Product cdn = new Product("CDN");
        Product mail = new Product("Mail");
        desk.products().replace(List.of(DATABASE, cdn, mail));
        ListProducts list =
                new ListProducts(desk.transactions(), desk.groups(), desk.members(), desk.products(), desk.tickets());
        create(ann, group.id(), Optional.of(cdn));
        create(ann, group.id(), Optional.of(mail));

        assertThat(list.execute(group.id(), ann.id()).orElseThrow().products()).containsExactly(mail, cdn, DATABASE);
        assertThat(list.execute(group.id(), bob.id()).orElseThrow().products()).containsExactly(DATABASE, cdn, mail);

        desk.products().replace(List.of(DATABASE, cdn));
        assertThat(list.execute(group.id(), ann.id()).orElseThrow().products()).containsExactly(cdn, DATABASE);
    }

    private CreateTicket.Command withFiles(List<AttachmentId> files) {
        return new CreateTicket.Command(
                group.id(),
                ann.id(),
                new ClientId(new UUID(2, files.size())),
                Title.parse("Writes time out"),
                Description.NONE,
                Optional.empty(),
                Severity.HIGH,
                files);
    }

    private Attachment uploaded(Person uploader, String name) {
        UploadAttachment upload = new UploadAttachment(
                desk.transactions(),
                desk.members(),
                desk.attachments(),
                (type, bytes) -> Optional.empty(),
                AttachmentPolicy.DEFAULT,
                new SeededRandomness(name.hashCode()));
        return ((UploadAttachment.Uploaded) upload.execute(
                        new UploadAttachment.Command(
                                group.id(), uploader.id(), FileName.clean(name), "", Optional.empty()),
                        new ByteArrayInputStream(new byte[] {1, 2, 3})::read))
                .attachment();
    }

    @Test
    void aResolvedTicketTellsItsOpenerWhatWasDone() {
        Ticket ticket = open();
        ChangeTicket.Changed resolved = (ChangeTicket.Changed)
                change(ticket, tom, new Change.Resolve(Resolution.parse("Ended the long transaction")));

        assertThat(said(ticket.id())).last().isInstanceOfSatisfying(Content.TicketNotice.class, line -> {
            assertThat(line.event()).isEqualTo(TicketEvent.RESOLVED);
            assertThat(line.words()).isEqualTo("Ended the long transaction");
        });
        assertThat(desk.mentions().listPending(ann.id(), 10)).hasSize(1);
        assertThat(resolved.ticket().times().resolvedAt()).contains(clock.instant());
        assertThat(showTicket.execute(ticket.id(), ann.id()).orElseThrow().possible())
                .isEqualTo(Set.of(Action.CONFIRM, Action.REOPEN, Action.HAND_OVER));
    }

    @Test
    void aRatingIsSaidInTheGroupAndStandsOnTheTimeline() {
        Ticket resolved = changed(open(), tom, new Change.Resolve(Resolution.parse("Done")));
        Ticket closed = changed(resolved, ann, new Change.Confirm());
        changed(closed, ann, new Change.Rate(Rating.of(4, " quick and kind ")));

        assertThat(said(closed.id())).last().isInstanceOfSatisfying(Content.TicketNotice.class, line -> {
            assertThat(line.event()).isEqualTo(TicketEvent.RATED);
            assertThat(line.by()).contains(ann.id());
            assertThat(line.words()).isEqualTo("4 quick and kind");
        });
        assertThat(desk.timelines().listAfter(closed.id(), 4, 10))
                .extracting(TimelineEntry::kind, TimelineEntry::words)
                .containsExactly(tuple(TimelineEntry.Kind.RATED, "4 quick and kind"));
    }

    @Test
    void wordsInAClosedTicketStayAsTheyAre() {
        Ticket ticket = open();
        Message words = scene.say(ticket.group(), ann, "since 13:40");
        TicketHost host = new TicketHost(desk.tickets(), keepTimeline);
        EditMessage edit = new EditMessage(
                desk.transactions(),
                desk.members(),
                desk.messages(),
                attachFiles,
                new MentionedMembers(desk.members(), (message, persons, now) -> {}),
                host,
                feed);
        EditMessage.Command other =
                new EditMessage.Command(words.id(), ann.id(), Optional.of(MessageBody.parse("since 13:20")));
        EditMessage.Command deletion = new EditMessage.Command(words.id(), ann.id(), Optional.empty());
        Ticket resolved = changed(ticket, tom, new Change.Resolve(Resolution.parse("Done")));
        assertThat(edit.execute(other)).isInstanceOf(EditMessage.Edited.class);
        Ticket closed = changed(resolved, ann, new Change.Confirm());

        assertThat(edit.execute(other)).isEqualTo(new EditMessage.Closed());
        assertThat(edit.execute(deletion)).isEqualTo(new EditMessage.Closed());
        assertThat(edit.execute(new EditMessage.Command(words.id(), tom.id(), Optional.empty())))
                .isEqualTo(new EditMessage.NothingThere());

        change(closed, ann, new Change.Reopen());
        assertThat(edit.execute(deletion)).isInstanceOf(EditMessage.Edited.class);
    }

    @Test
    void theOpenerHandsATicketToAColleagueWhoIsToldHowItGoesOn() {
        Ticket ticket = open();
        scene.join(ticket.group(), bob);
        Ticket handed = changed(ticket, ann, new Change.HandOver(bob.id()));

        assertThat(handed.owner()).isEqualTo(bob.id());
        assertThat(handed.opener()).isEqualTo(ann.id());
        assertThat(said(ticket.id())).last().isInstanceOfSatisfying(Content.TicketNotice.class, line -> {
            assertThat(line.event()).isEqualTo(TicketEvent.HANDED_OVER);
            assertThat(line.by()).contains(ann.id());
            assertThat(line.about()).contains(bob.id());
        });
        assertThat(desk.timelines().listAfter(ticket.id(), 2, 10))
                .extracting(TimelineEntry::kind, TimelineEntry::by, TimelineEntry::about)
                .containsExactly(tuple(TimelineEntry.Kind.HANDED_OVER, Optional.of(ann.id()), Optional.of(bob.id())));
        assertThat(desk.mentions().listPending(bob.id(), 10)).hasSize(1);

        change(handed, tom, new Change.Resolve(Resolution.parse("Done")));
        assertThat(desk.mentions().listPending(bob.id(), 10)).hasSize(2);
        assertThat(desk.mentions().listPending(ann.id(), 10)).isEmpty();
    }

    @Test
    void aTicketIsItsOwnersToHandOverWhileTheOwnerIsInItsGroup() {
        Ticket ticket = open();
        scene.join(ticket.group(), bob);
        Change.HandOver toBob = new Change.HandOver(bob.id());

        assertThat(change(ticket, bob, toBob)).isInstanceOf(ChangeTicket.NotOwner.class);
        assertThat(change(ticket, tom, toBob)).isInstanceOf(ChangeTicket.NotAllowed.class);
        assertThat(change(ticket, ann, new Change.HandOver(tom.id()))).isInstanceOf(ChangeTicket.NotInGroup.class);
        assertThat(change(
                        ticket,
                        ann,
                        new Change.HandOver(scene.person(acme, "Dan").id())))
                .isInstanceOf(ChangeTicket.NotInGroup.class);
        assertThat(possible(ticket, ann)).contains(Action.HAND_OVER);
        assertThat(possible(ticket, bob)).doesNotContain(Action.HAND_OVER);

        scene.leave(desk.members().find(ticket.id(), ann.id()).orElseThrow());

        assertThat(possible(ticket, bob)).contains(Action.HAND_OVER);
        assertThat(changed(ticket, bob, toBob).owner()).isEqualTo(bob.id());
    }

    private Set<Action> possible(Ticket ticket, Person asker) {
        return showTicket.execute(ticket.id(), asker.id()).orElseThrow().possible();
    }

    private Ticket changed(Ticket seen, Person actor, Change change) {
        return ((ChangeTicket.Changed) change(seen, actor, change)).ticket();
    }

    @Test
    void whoGetsATicketOfSomebodyElseJoinsItsGroupAndIsTold() {
        Ticket ticket = open();
        change(ticket, tom, new Change.Reassign(eva.id()));

        assertThat(desk.members().find(ticket.id(), eva.id()).filter(Member::isIn))
                .isPresent();
        assertThat(desk.mentions().listPending(eva.id(), 10)).hasSize(1);
        assertThat(desk.tickets().find(ticket.id()).orElseThrow().engineer()).contains(eva.id());
    }

    @Test
    void aTicketThatIsClosedOrOpenedAgainLeavesOrComesToTheListsOfItsMembersPages() {
        beOnDuty();
        Ticket opened = open();
        Ticket resolved = changed(opened, eva, new Change.Resolve(Resolution.parse("restored")));
        feed.forget();

        Ticket closed = changed(resolved, ann, new Change.Confirm());
        List<PersonId> present =
                desk.members().list(closed.id()).stream().map(Member::person).toList();
        assertThat(present).contains(ann.id(), eva.id());
        assertThat(feed.moves()).containsExactlyInAnyOrderElementsOf(present);
        Ticket rated = changed(closed, ann, new Change.Rate(Rating.of(5, "")));
        assertThat(feed.moves()).hasSameSizeAs(present);
        feed.forget();

        changed(rated, ann, new Change.Reopen());
        assertThat(feed.moves()).containsExactlyInAnyOrderElementsOf(present);
    }

    @Test
    void anEmergencyMakesATicketCritical() {
        Ticket ticket = open();
        assertThat(raiseToCritical.execute(ticket.id(), ann.id()))
                .map(Ticket::severity)
                .contains(Severity.CRITICAL);
        assertThat(raiseToCritical.execute(ticket.id(), ann.id()))
                .map(Ticket::version)
                .contains(2L);
        assertThat(raiseToCritical.execute(group.id(), ann.id())).isEmpty();
    }

    @Test
    void staffOfTheServiceGroupHaveToDoWithATicketAndColleaguesOfTheOpenerDoNot() {
        beOnDuty();
        Ticket ticket = open();
        desk.members().save(new Member(ticket.id(), tom.id(), clock.instant(), Optional.of(clock.instant())));

        ShowTicket.Shown shown = showTicket.execute(ticket.id(), tom.id()).orElseThrow();
        assertThat(shown.side()).isEqualTo(Side.SERVICE_TEAM);
        assertThat(shown.isMember()).isFalse();
        assertThat(shown.engineer()).contains(eva);
        assertThat(shown.onDutyUntil()).isPresent();
        assertThat(showTicket.execute(ticket.id(), bob.id())).isEmpty();
        assertThat(showTimeline.execute(ticket.id(), bob.id(), 0)).isEmpty();
        assertThat(showTimeline.execute(ticket.id(), tom.id(), 0).orElseThrow().hasMore())
                .isFalse();
    }

    @Test
    void colleaguesSeeAllTicketsOfTheirGroupAndWhichAreTheirs() {
        Ticket ticket = open();

        ListTickets.Listed anns = listTickets
                .execute(TicketQuery.of(new TicketQuery.OfGroup(group.id())), 5, ann.id())
                .orElseThrow();
        ListTickets.Listed bobs = listTickets
                .execute(TicketQuery.of(new TicketQuery.OfGroup(group.id())), 5, bob.id())
                .orElseThrow();
        assertThat(anns.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.ticket()).isEqualTo(ticket);
            assertThat(entry.place().orElseThrow().last().orElseThrow().content())
                    .isInstanceOf(Content.TicketNotice.class);
        });
        assertThat(bobs.entries()).containsExactly(new ListTickets.Entry(ticket, Optional.empty()));
        assertThat(anns.people()).containsExactlyInAnyOrder(ann, tom);
        assertThat(anns.next()).isEmpty();
        assertThat(listTickets.execute(TicketQuery.of(new TicketQuery.OfEngineer(tom.id())), 5, tom.id()))
                .map(listed -> listed.entries().get(0).ticket())
                .contains(ticket);
        assertThat(listTickets.execute(TicketQuery.of(new TicketQuery.OfEngineer(tom.id())), 5, eva.id()))
                .isEmpty();
        assertThat(listTickets.execute(TicketQuery.of(new TicketQuery.OfEngineer(tom.id())), 5, ann.id()))
                .isEmpty();
    }
}

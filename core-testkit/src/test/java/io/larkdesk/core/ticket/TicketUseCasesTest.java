package io.larkdesk.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.MembershipNotices;
import io.larkdesk.core.conversation.MentionedMembers;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.group.LeaveWithoutRole;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.MoveMember;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What becomes of a ticket afterwards, and who sees it. */
final class TicketUseCasesTest extends TicketScene {

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
                handOnTicket);

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
        assertThat(desk.members().find(closed.id(), eva.id()).orElseThrow().isIn())
                .isFalse();
        assertThat(desk.timelines().listAfter(open.id(), 0, 10))
                .extracting(TimelineEntry::kind, TimelineEntry::about)
                .endsWith(tuple(TimelineEntry.Kind.ASSIGNED, Optional.of(tom.id())));

        change(desk.tickets().find(closed.id()).orElseThrow(), ann, new Change.Reopen());
        assertThat(desk.tickets().find(closed.id()).orElseThrow().engineer()).contains(tom.id());
        assertThat(desk.members().find(closed.id(), tom.id()).orElseThrow().isIn())
                .isTrue();
    }

    @Test
    void whoeverLosesTheirRoleWhileATicketIsOpenedDoesNotGetIt() {
        beOnDuty();
        CompletableFuture<Ticket> opened = desk.transactions().inTransaction(now -> {
            desk.tickets().lockWorkloads(Set.of(eva.id()));
            CompletableFuture<Ticket> late = CompletableFuture.supplyAsync(this::open);
            assertThatThrownBy(() -> late.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            desk.people().save(eva.inRole(Optional.empty()));
            return late;
        });

        assertThat(opened).succeedsWithin(Duration.ofSeconds(20)).satisfies(ticket -> assertThat(ticket.engineer())
                .contains(tom.id()));
    }

    private Ticket closedNow(Ticket ticket) {
        Change resolve = new Change.Resolve(Resolution.parse("Restarted"));
        return new Change.Confirm().appliedTo(resolve.appliedTo(ticket, clock.instant()), clock.instant());
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
    void whatIsSaidTellsWhetherTheCustomerWaits() {
        Ticket ticket = open();

        assertThat(heard(ticket, tom).times().waitingSince()).isEmpty();
        assertThat(heard(ticket, tom).times().waitingSince()).isEmpty();
        assertThat(heard(ticket, ann).times().waitingSince()).isPresent();
    }

    private Ticket heard(Ticket ticket, Person author) {
        Message words = scene.say(ticket.group(), author, "since 13:40");
        return desk.transactions().inTransaction(now -> {
            new TicketHost(desk.tickets(), keepTimeline)
                    .open(ticket.id())
                    .orElseThrow()
                    .said(words, now);
            return desk.tickets().find(ticket.id()).orElseThrow();
        });
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

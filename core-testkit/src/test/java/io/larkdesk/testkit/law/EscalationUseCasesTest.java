package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.ClaimPages.Claim;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.ConfirmEmergency;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EndEmergency;
import io.larkdesk.core.escalation.ForeseePages.Foreseen;
import io.larkdesk.core.escalation.HandOverEmergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.Pager;
import io.larkdesk.core.escalation.ShowEmergency;
import io.larkdesk.core.escalation.WatchEmergencies;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TimelineEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the law leaves to single examples of Emergencies. */
class EscalationUseCasesTest extends EscalationScene {

    @Test
    void aTicketIsNotResolvedWhileItsEmergencyIsActive() {
        onDuty(eva, StaffRole.ENGINEER);
        scene.join(group, eva);
        Emergency emergency = declare();
        Change resolve = new Change.Resolve(Resolution.parse("restored"));
        Desk tickets = new Desk(stores, Setting.USUAL, randomness);

        assertThat(tickets.changeTicket.execute(resolving(resolve))).isInstanceOf(ChangeTicket.EmergencyActive.class);
        assertThat(stores.tickets().find(ticket.id()).orElseThrow().state()).isNotEqualTo(TicketState.RESOLVED);

        end(emergency);
        assertThat(tickets.changeTicket.execute(resolving(resolve))).isInstanceOf(ChangeTicket.Changed.class);
    }

    @Test
    void anEmergencyReopensAResolvedTicketWhichThenNeitherIsConfirmedNorClosesByItself() {
        scene.join(group, eva);
        Desk tickets = new Desk(stores, Setting.USUAL, randomness);
        tickets.changeTicket.execute(resolving(new Change.Resolve(Resolution.parse("restored"))));

        declare();

        Ticket open = stores.tickets().find(ticket.id()).orElseThrow();
        assertThat(open.state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(open.resolution()).isEmpty();
        assertThat(timeline())
                .containsSubsequence(
                        TimelineEntry.Kind.RESOLVED,
                        TimelineEntry.Kind.EMERGENCY_DECLARED,
                        TimelineEntry.Kind.REOPENED,
                        TimelineEntry.Kind.SEVERITY_CHANGED);
        assertThat(tickets.changeTicket.execute(
                        new ChangeTicket.Command(ticket.id(), ann.id(), open.version(), new Change.Confirm())))
                .isInstanceOf(ChangeTicket.NotPossible.class);
        clock.advance(Duration.ofDays(30));
        assertThat(tickets.closeSilentTickets.execute()).isZero();
    }

    private ChangeTicket.Command resolving(Change resolve) {
        long version = stores.tickets().find(ticket.id()).orElseThrow().version();
        return new ChangeTicket.Command(ticket.id(), eva.id(), version, resolve);
    }

    @Test
    void theThirdEmergencyOfOnePersonInADayIsStartedAndATamAskedToLook() {
        onDuty(eva, StaffRole.ENGINEER);
        for (int started = 1; started <= 3; started++) {
            Emergency emergency = declare();
            boolean asked = stores.pages().list(emergency.id()).stream()
                    .anyMatch(page -> page.about().kind() == Page.Kind.MANY_IN_A_DAY
                            && page.person().equals(tam.id()));
            assertThat(asked).isEqualTo(started == 3);
            end(emergency);
        }
        clock.advance(Duration.ofDays(1).plusMillis(1));

        assertThat(stores.pages().list(declare().id()))
                .noneMatch(page -> page.about().kind() == Page.Kind.MANY_IN_A_DAY);
    }

    @Test
    void whoStartedItHearsWhoWorksOnItAndThatItIsOver() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        deliverAll();
        clock.advance(Duration.ofSeconds(112));

        desk.acknowledge.execute(new AcknowledgeEmergency.Command(emergency.id(), eva.id(), 1));
        List<Claim> claims = desk.claimPages.execute(50);

        assertThat(claims)
                .filteredOn(claim -> claim.receipt().isPresent())
                .singleElement()
                .satisfies(update -> {
                    assertThat(update.page().person()).isEqualTo(eva.id());
                    assertThat(update.message().actor()).contains("Eva");
                });
        assertThat(claims)
                .filteredOn(claim -> claim.receipt().isEmpty())
                .singleElement()
                .satisfies(news -> {
                    assertThat(news.page().about().kind()).isEqualTo(Page.Kind.NEWS_ACKNOWLEDGED);
                    assertThat(news.page().person()).isEqualTo(ann.id());
                    assertThat(news.tenant().id()).isEqualTo(acme.id());
                });
        claims.forEach(claim -> desk.settlePage.execute(claim.page(), new Pager.Delivered("om_1")));
        end(emergency);
        assertThat(desk.claimPages.execute(50))
                .extracting(claim -> claim.page().about().kind())
                .containsExactlyInAnyOrder(Page.Kind.ALERT, Page.Kind.NEWS_ENDED);
    }

    @Test
    void aCardThatCannotBeChangedIsLeftAfterThreeTries() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        deliverAll();
        end(emergency);
        int updates = 0;
        for (int round = 0; round < 10; round++) {
            for (Claim claim : desk.claimPages.execute(50)) {
                updates += claim.receipt().isPresent() ? 1 : 0;
                desk.settlePage.execute(claim.page(), new Pager.Unknown("no answer"));
            }
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(updates).isEqualTo(3);
    }

    @Test
    void whatIsAcknowledgedWhileAPageIsOnItsWayIsShownAfterwards() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        Claim underway = desk.claimPages.execute(50).get(0);
        desk.acknowledge.execute(new AcknowledgeEmergency.Command(emergency.id(), eli.id(), 1));

        desk.settlePage.execute(underway.page(), new Pager.Delivered("om_1"));

        assertThat(desk.claimPages.execute(50))
                .anyMatch(claim -> claim.receipt().equals(Optional.of("om_1")));
    }

    @Test
    void whoeverGetsAnEmergencyIsPagedAndHasToConfirm() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        desk.acknowledge.execute(new AcknowledgeEmergency.Command(emergency.id(), eva.id(), 1));
        desk.handOver.execute(new HandOverEmergency.Command(emergency.id(), eva.id(), eli.id(), 2));

        assertThat(stores.pages().list(emergency.id()))
                .anyMatch(page -> page.about().kind() == Page.Kind.HANDED_OVER
                        && page.person().equals(eli.id()));
        assertThat(desk.confirm.execute(new ConfirmEmergency.Command(emergency.id(), eva.id(), 3)))
                .isInstanceOf(CommandResult.NotNow.class);
        assertThat(desk.confirm.execute(new ConfirmEmergency.Command(emergency.id(), eli.id(), 3)))
                .isInstanceOf(CommandResult.Done.class);
        assertThat(desk.handOver.execute(new HandOverEmergency.Command(emergency.id(), eli.id(), ann.id(), 3)))
                .isInstanceOf(CommandResult.NotNow.class);
    }

    @Test
    void whoWillBePagedIsToldBeforehandAndThenIs() {
        assertThat(desk.foreseePages.execute(ticket.id(), eva.id())).isEmpty();
        assertThat(foreseen()).isEqualTo(willBe(false, List.of(tam), List.of()));
        onDuty(tam, StaffRole.TAM);
        assertThat(foreseen()).isEqualTo(willBe(true, List.of(tam), List.of()));
        onDuty(eva, StaffRole.ENGINEER);
        onDuty(eli, StaffRole.ENGINEER);
        assertThat(foreseen()).isEqualTo(willBe(true, List.of(eli, eva), List.of(StaffRole.TAM)));

        List<PersonId> paged =
                stores.pages().list(declare().id()).stream().map(Page::person).toList();

        assertThat(paged).containsExactlyInAnyOrder(eli.id(), eva.id());
    }

    private static Foreseen willBe(boolean onDuty, List<Person> people, List<StaffRole> later) {
        return new Foreseen(people, onDuty, Duration.ofMinutes(5), later, Optional.of(2));
    }

    private Foreseen foreseen() {
        return desk.foreseePages.execute(ticket.id(), ann.id()).orElseThrow();
    }

    @Test
    void thosePassedOverAndUnansweredAreToldWhereToCall() {
        onDuty(tam, StaffRole.TAM);
        Emergency emergency = declare();
        for (int step = 0; step < 4; step++) {
            clock.advance(Duration.ofMinutes(5));
            desk.advance.execute(10);
        }

        Emergency last = stores.emergencies().find(emergency.id()).orElseThrow();
        assertThat(last.state()).isInstanceOf(Emergency.Unanswered.class);
        assertThat(last.due()).isEmpty();
        assertThat(stores.messages().listAfter(ticket.id(), 0, 100))
                .extracting(Message::content)
                .filteredOn(Content.TicketNotice.class::isInstance)
                .extracting(content -> (Content.TicketNotice) content)
                .filteredOn(notice -> notice.event() == Content.TicketEvent.EMERGENCY_UNANSWERED)
                .hasSize(2)
                .allMatch(notice -> notice.words().equals("+65 3159 0100"));
        assertThat(desk.acknowledge.execute(new AcknowledgeEmergency.Command(emergency.id(), tam.id(), last.version())))
                .isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void theWatchdogNotesOnceWhatIsOverdue() {
        onDuty(eva, StaffRole.ENGINEER);
        declare();
        deliverAll();
        clock.advance(Duration.ofMinutes(6).minusMillis(1));
        assertThat(desk.watch.execute()).isEqualTo(new WatchEmergencies.Overdue(0, Duration.ZERO));

        clock.advance(Duration.ofMillis(1));
        assertThat(desk.watch.execute()).isEqualTo(new WatchEmergencies.Overdue(1, Duration.ofMinutes(1)));
        assertThat(desk.watch.execute().steps()).isEqualTo(1);
        desk.advance.execute(10);

        assertThat(timeline()).containsOnlyOnce(TimelineEntry.Kind.EMERGENCY_OVERDUE);
    }

    @Test
    void aStepThatIsTakenLateSaysSoOnceThoughNoWatchdogSawIt() {
        onDuty(eva, StaffRole.ENGINEER);
        declare();
        clock.advance(Duration.ofMinutes(6).minusMillis(1));
        desk.advance.execute(10);
        assertThat(timeline()).doesNotContain(TimelineEntry.Kind.EMERGENCY_OVERDUE);

        clock.advance(Duration.ofMinutes(6));
        desk.advance.execute(10);
        assertThat(timeline()).containsOnlyOnce(TimelineEntry.Kind.EMERGENCY_OVERDUE);
    }

    @Test
    void aPageThatWaitsTooLongIsOverdueToo() {
        onDuty(eva, StaffRole.ENGINEER);
        declare();
        clock.advance(Duration.ofMinutes(2));

        assertThat(desk.watch.execute()).isEqualTo(new WatchEmergencies.Overdue(0, Duration.ofMinutes(2)));
    }

    @Test
    void membersAndStaffSeeHowItStands() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();

        ShowEmergency.Shown shown =
                desk.showEmergency.execute(emergency.id(), eli.id()).orElseThrow();
        assertThat(shown.emergency()).isEqualTo(emergency);
        assertThat(shown.people()).extracting(Person::id).containsExactlyInAnyOrder(ann.id(), eva.id());
        assertThat(shown.phone()).isEqualTo(EscalationDesk.PHONE);
        assertThat(desk.showEmergency.ofTicket(ticket.id(), ann.id())).contains(shown);
        assertThat(desk.listEmergencies.execute(eli.id(), Optional.empty())).contains(List.of(emergency));
    }

    @Test
    void textsHaveALimit() {
        assertThatThrownBy(() -> new DeclareEmergency.Command(
                        ticket.id(),
                        ann.id(),
                        Emergency.Reason.DATA_LOSS,
                        "x".repeat(501),
                        new ClientId(randomness.uuid())))
                .hasMessageContaining("impact");
        Emergency emergency = declare();
        assertThatThrownBy(() -> new EndEmergency.Command(emergency.id(), eva.id(), " ", 1))
                .hasMessageContaining("word");
        assertThat(new EndEmergency.Command(emergency.id(), eva.id(), "😀".repeat(500), 1).word())
                .hasSize(1_000);
    }
}

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
import io.larkdesk.core.escalation.HandOverEmergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.Pager;
import io.larkdesk.core.escalation.PagingPolicy;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.SendReminder;
import io.larkdesk.core.escalation.ShowEmergency;
import io.larkdesk.core.escalation.ShowReminding;
import io.larkdesk.core.escalation.WatchEmergencies;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.Resolution;
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
import org.junit.jupiter.api.Test;

/** What the law leaves to single examples. */
class EscalationUseCasesTest {

    private final ManualClock clock = new ManualClock();
    private final Stores stores = new InMemoryDesk(clock);
    private final SeededRandomness randomness = new SeededRandomness(7);
    private final Scene scene = new Scene(stores, randomness);
    private final EscalationDesk desk = new EscalationDesk(stores, Setting.USUAL, PagingPolicy.DEFAULT, randomness);
    private final Tenant acme = scene.customer("Acme");
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person ann = scene.person(acme, "Ann");
    private final Person eva = scene.staff(provider, "Eva", StaffRole.ENGINEER);
    private final Person eli = scene.staff(provider, "Eli", StaffRole.ENGINEER);
    private final Person tam = scene.staff(provider, "Tam", StaffRole.TAM);
    private final ServiceGroup group = scene.group(acme);
    private final Ticket ticket = scene.ticket(group, ann);

    private void onDuty(Person person, StaffRole role) {
        scene.shift(person, role, clock.instant(), Duration.ofDays(3));
    }

    private Emergency declare() {
        DeclareEmergency.Result result = desk.declare.execute(new DeclareEmergency.Command(
                ticket.id(), ann.id(), Emergency.Reason.DATA_LOSS, "", new ClientId(randomness.uuid())));
        return ((DeclareEmergency.Started) result).emergency();
    }

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

    private void end(Emergency emergency) {
        long version = stores.emergencies().find(emergency.id()).orElseThrow().version();
        assertThat(desk.end.execute(new EndEmergency.Command(emergency.id(), eva.id(), "restored", version)))
                .isInstanceOf(CommandResult.Done.class);
    }

    private SendReminder.Result press() {
        return desk.sendReminder.execute(
                new SendReminder.Command(ticket.id(), ann.id(), new ClientId(randomness.uuid())));
    }

    private Reminder sent() {
        return ((SendReminder.Sent) press()).reminder();
    }

    private List<TimelineEntry.Kind> timeline() {
        return stores.timelines().listAfter(ticket.id(), 0, 100).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private void deliverAll() {
        for (Claim claim : desk.claimPages.execute(50)) {
            desk.settlePage.execute(
                    claim.page(), new Pager.Delivered("om_" + claim.page().id()));
        }
    }

    @Test
    void aReminderGoesToTheTicketsEngineerWhileOnDuty() {
        onDuty(eva, StaffRole.ENGINEER);
        onDuty(eli, StaffRole.ENGINEER);
        stores.tickets().save(givenTo(eli));

        assertThat(sent().to()).isEqualTo(eli.id());

        assertThat(stores.members().find(ticket.id(), eli.id()).filter(Member::isIn))
                .isPresent();
        assertThat(stores.mentions().hasPending(eli.id())).isTrue();
        assertThat(stores.mentions().hasPending(eva.id())).isFalse();
    }

    @Test
    void aReminderOfAnEngineerOffDutyGoesToOneWhoIsElseToTheTam() {
        stores.tickets().save(givenTo(eli));
        assertThat(sent().to()).isEqualTo(tam.id());

        clock.advance(Duration.ofMinutes(10));
        onDuty(eva, StaffRole.ENGINEER);

        assertThat(sent().to()).isEqualTo(eva.id());
    }

    private Ticket givenTo(Person engineer) {
        return with(ticket.state(), Optional.of(engineer.id()));
    }

    private Ticket with(TicketState state, Optional<PersonId> engineer) {
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

    @Test
    void nothingIsToBePressedOnWhatIsDone() {
        stores.tickets().save(with(TicketState.RESOLVED, Optional.empty()));
        assertThat(press()).isEqualTo(new SendReminder.Refused(new ShowReminding.Off(ShowReminding.Reason.RESOLVED)));

        stores.tickets().save(with(TicketState.CLOSED, Optional.empty()));
        assertThat(press()).isEqualTo(new SendReminder.Refused(new ShowReminding.Off(ShowReminding.Reason.CLOSED)));
        assertThat(desk.declare.execute(new DeclareEmergency.Command(
                        ticket.id(), ann.id(), Emergency.Reason.DATA_LOSS, "", new ClientId(randomness.uuid()))))
                .isInstanceOf(DeclareEmergency.TicketClosed.class);
    }

    @Test
    void aReminderTellsWhenItWasReadAndDelivered() {
        onDuty(eva, StaffRole.ENGINEER);
        Reminder reminder = sent();
        stores.mentions()
                .decide(
                        reminder.line(),
                        eva.id(),
                        new Decision.Reminded(new ReminderId(randomness.uuid()), true, clock.instant()));
        desk.followReminders.execute(10);
        clock.advance(Duration.ofSeconds(5));
        stores.readCursors().advance(ticket.id(), eva.id(), reminder.line().seq());
        desk.followReminders.execute(10);

        Reminder last = desk.showReminding
                .execute(ticket.id(), ann.id())
                .flatMap(ShowReminding.Shown::last)
                .orElseThrow();
        assertThat(last.progress().delivery()).isEqualTo(Reminder.Delivery.DELIVERED);
        assertThat(last.progress().readAt()).contains(clock.instant());
        assertThat(timeline())
                .containsExactly(
                        TimelineEntry.Kind.REMINDER_SENT,
                        TimelineEntry.Kind.REMINDER_DELIVERED,
                        TimelineEntry.Kind.REMINDER_READ);
    }

    @Test
    void aReminderThatCannotBeDeliveredIsPassedOnToTheTamOnce() {
        onDuty(eva, StaffRole.ENGINEER);
        Reminder reminder = sent();
        stores.mentions()
                .decide(
                        reminder.line(),
                        eva.id(),
                        new Decision.NotReminded(Decision.Reason.UNREACHABLE, clock.instant()));

        desk.followReminders.execute(10);
        clock.advance(Duration.ofSeconds(5));
        desk.followReminders.execute(10);

        assertThat(timeline())
                .containsExactly(
                        TimelineEntry.Kind.REMINDER_SENT,
                        TimelineEntry.Kind.REMINDER_FAILED,
                        TimelineEntry.Kind.REMINDER_PASSED_ON);
        assertThat(stores.mentions().hasPending(tam.id())).isTrue();
        assertThat(stores.reminders().listLast(ticket.id(), 1).get(0).tam()).contains(tam.id());
    }

    @Test
    void twoRemindersWithoutAReplyInTimeReachTheTamThoughNobodyPressesAgain() {
        onDuty(eva, StaffRole.ENGINEER);
        sent();
        clock.advance(Duration.ofMinutes(10));
        sent();
        clock.advance(Duration.ofMinutes(20).minusMillis(1));
        desk.followReminders.execute(10);
        assertThat(timeline()).doesNotContain(TimelineEntry.Kind.REMINDER_IN_VAIN);

        clock.advance(Duration.ofMinutes(1));
        desk.followReminders.execute(10);
        clock.advance(Duration.ofMinutes(1));
        desk.followReminders.execute(10);

        assertThat(timeline()).containsOnlyOnce(TimelineEntry.Kind.REMINDER_IN_VAIN);
        assertThat(stores.mentions().hasPending(tam.id())).isTrue();
    }

    @Test
    void aReplyInTimeSparesTheTam() {
        onDuty(eva, StaffRole.ENGINEER);
        sent();
        clock.advance(Duration.ofMinutes(10));
        sent();
        Group own = stores.groups().find(ticket.id()).orElseThrow();
        scene.say(own, eva, "we are on it");
        clock.advance(Duration.ofHours(1));

        desk.followReminders.execute(10);
        sent();

        assertThat(timeline()).doesNotContain(TimelineEntry.Kind.REMINDER_IN_VAIN);
    }

    @Test
    void aReminderIsNotLookedAfterForMoreThanADay() {
        onDuty(eva, StaffRole.ENGINEER);
        sent();
        clock.advance(Duration.ofDays(1));

        assertThat(desk.followReminders.execute(10)).isEqualTo(1);
        assertThat(stores.reminders().findEarliestDue()).isEmpty();
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

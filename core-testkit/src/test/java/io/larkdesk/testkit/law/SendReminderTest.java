package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.DeclareEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.SendReminder;
import io.larkdesk.core.escalation.ShowReminding;
import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TimelineEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the law leaves to single examples: to whom a Reminder goes, and what becomes of one that is not answered. */
class SendReminderTest extends EscalationScene {

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
                        List.of(reminder.line()),
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
                        List.of(reminder.line()),
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
    void theTamIsNotToldInVainOfWhatIsResolvedNorOfWhatWasAskedBefore() {
        onDuty(eva, StaffRole.ENGINEER);
        sent();
        clock.advance(Duration.ofMinutes(10));
        sent();
        clock.advance(Duration.ofMinutes(5));
        change(eva, new Change.Resolve(Resolution.parse("restored")));
        clock.advance(Duration.ofHours(1));
        desk.followReminders.execute(10);
        assertThat(timeline()).doesNotContain(TimelineEntry.Kind.REMINDER_IN_VAIN);

        change(ann, new Change.Reopen());
        sent();
        clock.advance(Duration.ofHours(1));
        desk.followReminders.execute(10);
        assertThat(timeline()).doesNotContain(TimelineEntry.Kind.REMINDER_IN_VAIN);

        sent();
        clock.advance(Duration.ofMinutes(1));
        desk.followReminders.execute(10);
        assertThat(timeline()).containsOnlyOnce(TimelineEntry.Kind.REMINDER_IN_VAIN);
    }

    private void change(Person actor, Change change) {
        long version = stores.tickets().find(ticket.id()).orElseThrow().version();
        assertThat(new Desk(stores, Setting.USUAL, randomness)
                        .changeTicket.execute(new ChangeTicket.Command(ticket.id(), actor.id(), version, change)))
                .isInstanceOf(ChangeTicket.Changed.class);
    }

    @Test
    void aReminderIsNotLookedAfterForMoreThanADay() {
        onDuty(eva, StaffRole.ENGINEER);
        sent();
        clock.advance(Duration.ofDays(1));

        assertThat(desk.followReminders.execute(10)).isEqualTo(1);
        assertThat(stores.reminders().findEarliestDue()).isEmpty();
    }
}

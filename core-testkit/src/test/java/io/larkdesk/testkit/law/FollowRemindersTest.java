package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.SendReminder;
import io.larkdesk.core.escalation.ShowReminding;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.ticket.TimelineEntry.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a Reminder is looked after, and which of several says that the TAM was told. */
class FollowRemindersTest extends EscalationScene {

    private static final Duration COOL_DOWN = Duration.ofMinutes(10);
    private static final Duration REPLY_WITHIN = Duration.ofMinutes(30);

    private void decide(Reminder reminder, Decision decision) {
        stores.mentions().decide(List.of(reminder.line()), reminder.to(), decision);
    }

    private void follow() {
        assertThat(desk.followReminders.execute(10)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, false",
        "false, true, true, true",
        "true, false, true, true",
        "true, true, false, true"
    })
    void aReminderIsLookedAfterUntilItIsDeliveredAndReadAndAnswered(
            boolean delivered, boolean read, boolean answered, boolean lookedAfter) {
        onDuty(eva, StaffRole.ENGINEER);
        Reminder reminder = sent();
        if (delivered) {
            decide(reminder, new Decision.Reminded(new ReminderId(randomness.uuid()), true, clock.instant()));
        }
        if (read) {
            stores.readCursors().advance(ticket.id(), eva.id(), reminder.line().seq());
        }
        if (answered) {
            scene.say(stores.groups().find(ticket.id()).orElseThrow(), eva, "we are on it");
        }

        follow();

        assertThat(stores.reminders().findEarliestDue().isPresent()).isEqualTo(lookedAfter);
    }

    @Test
    void theLastReminderSaysThatTheTamWasToldSinceThereWasNoReply() {
        onDuty(eva, StaffRole.ENGINEER);
        sent();
        clock.advance(COOL_DOWN);
        sent();
        clock.advance(REPLY_WITHIN.minus(COOL_DOWN));

        follow();

        assertThat(stores.reminders().listLast(ticket.id(), 9))
                .extracting(Reminder::tam)
                .containsExactly(Optional.of(tam.id()), Optional.empty());
    }

    @Test
    void aTamToWhomOneWasPassedOnIsNotToldOfTheNextWithoutAReplyToo() {
        onDuty(eva, StaffRole.ENGINEER);
        decide(sent(), new Decision.NotReminded(Decision.Reason.UNREACHABLE, clock.instant()));
        follow();
        clock.advance(COOL_DOWN);
        sent();
        clock.advance(REPLY_WITHIN);

        follow();

        assertThat(timeline()).contains(Kind.REMINDER_PASSED_ON).doesNotContain(Kind.REMINDER_IN_VAIN);
    }

    @Test
    void whereNobodyIsThereToBeToldNothingIsSent() {
        stores.people().save(tam.inRole(Optional.empty()));

        assertThat(press())
                .isEqualTo(new SendReminder.Refused(new ShowReminding.Off(ShowReminding.Reason.NOBODY_THERE)));
    }
}

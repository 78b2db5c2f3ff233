package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.Reminder.Delivery;
import io.larkdesk.core.escalation.Reminder.Progress;
import io.larkdesk.core.escalation.Reminding;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.escalation.Reminders}. */
public abstract class TicketRemindersContract extends StoresContract {

    private GroupId ticket;
    private GroupId other;
    private Person ann;
    private Person eva;
    private Person tam;

    /** Made for subclasses. */
    protected TicketRemindersContract() {}

    @BeforeEach
    void openTickets() {
        Tenant acme = scene().customer("Acme");
        Tenant provider = scene().provider("Alder Cloud");
        ann = scene().person(acme, "Ann");
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER);
        tam = scene().staff(provider, "Tam", StaffRole.TAM);
        var group = scene().group(acme);
        ticket = scene().ticket(group, ann).id();
        other = scene().ticket(group, ann).id();
    }

    @Test
    void theLastOnesComeFirst() {
        Instant now = present();
        Reminder first = added(ticket, 3, now);
        Reminder second = added(ticket, 10, now);
        added(other, 4, now);

        assertThat(stores().reminders().listLast(ticket, 9)).containsExactly(second, first);
        assertThat(stores().reminders().listLast(ticket, 1)).containsExactly(second);
    }

    @Test
    void theLastOfEachIsListed() {
        Instant now = present();
        added(ticket, 3, now);
        Reminder second = added(ticket, 10, now);

        assertThat(stores().reminders().listLastOfEach(List.of(ticket, other, ticket)))
                .containsExactly(second);

        Reminder third = added(other, 4, now);

        assertThat(stores().reminders().listLastOfEach(List.of(ticket, other)))
                .containsExactlyInAnyOrder(second, third);
        assertThat(stores().reminders().listLastOfEach(List.of(other))).containsExactly(third);
        assertThat(stores().reminders().listLastOfEach(List.of())).isEmpty();
    }

    @Test
    void aReminderIsFoundByWhoSentItAndTheClientId() {
        Reminder reminder = added(ticket, 3, present());

        assertThat(stores().reminders().findByClientId(ticket, ann.id(), reminder.clientId()))
                .contains(reminder);
        assertThat(stores().reminders().findByClientId(other, ann.id(), reminder.clientId()))
                .isEmpty();
        assertThat(stores().reminders().findByClientId(ticket, eva.id(), reminder.clientId()))
                .isEmpty();
    }

    @Test
    void twoCannotHaveOneClientId() {
        Instant now = present();
        Reminder reminder = added(ticket, 3, now);
        Reminder same = reminder(ticket, 4, now, reminder.clientId());

        assertThatThrownBy(() -> stores().reminders().add(same)).isInstanceOf(ConflictException.class);

        assertThat(stores().reminders().listLast(ticket, 9)).containsExactly(reminder);
    }

    @Test
    void whatBecomesOfOneIsKept() {
        Instant now = present();
        Reminder reminder = added(ticket, 3, now);

        for (Delivery delivery : Delivery.values()) {
            Reminder later = new Reminder(
                    reminder.line(),
                    reminder.by(),
                    reminder.at(),
                    reminder.clientId(),
                    reminder.to(),
                    Optional.of(tam.id()),
                    new Progress(delivery, Optional.of(now.plusMillis(7)), Optional.empty()));
            inTransaction(time -> stores().reminders().save(later));

            assertThat(stores().reminders().listLast(ticket, 9)).containsExactly(later);
        }
        assertThat(stores().reminders().findEarliestDue()).isEmpty();
    }

    @Test
    void dueIsWhatIsToBeLookedAtOrWasPlannedBeforeTheClockWasSetBack() {
        Instant now = present();
        Reminder later = added(ticket, 3, now);
        Reminder earlier = added(other, 3, now.minusMillis(1));
        Instant edge = now.minus(Reminding.LONGEST_REST.multipliedBy(2));

        inTransaction(time -> {
            assertThat(stores().reminders().lockDue(now.minusMillis(2), 9)).isEmpty();
            assertThat(stores().reminders().lockDue(now, 9)).containsExactly(earlier, later);
            assertThat(stores().reminders().lockDue(edge.minusMillis(1), 9)).containsExactly(later);
        });
        assertThat(stores().reminders().findEarliestDue()).contains(now.minusMillis(1));
    }

    @Test
    void whatIsHeldElsewhereIsSkipped() {
        Instant now = present();
        Reminder reminder = added(ticket, 3, now);

        inTransaction(time -> {
            assertThat(stores().reminders().lockDue(now, 9)).containsExactly(reminder);
            assertThat(dueElsewhere(now)).isEmpty();
        });
    }

    @Test
    void holdingNeedsATransaction() {
        assertThatThrownBy(() -> stores().reminders().lockDue(Instant.EPOCH, 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        Instant now = present();

        assertThatThrownBy(() -> inTransaction(time -> {
                    added(ticket, 3, now);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(stores().reminders().listLast(ticket, 9)).isEqualTo(List.of());
    }

    private List<Reminder> dueElsewhere(Instant now) {
        return elsewhere(
                () -> transactions().inTransaction(other -> stores().reminders().lockDue(now, 9)));
    }

    private Reminder added(GroupId group, long seq, Instant at) {
        Reminder reminder = reminder(group, seq, at, new ClientId(new UUID(3, seq)));
        stores().reminders().add(reminder);
        return reminder;
    }

    private Reminder reminder(GroupId group, long seq, Instant at, ClientId clientId) {
        return new Reminder(
                new MessageId(group, seq),
                ann.id(),
                at,
                clientId,
                eva.id(),
                Optional.empty(),
                new Progress(Delivery.OPEN, Optional.empty(), Optional.of(at)));
    }
}

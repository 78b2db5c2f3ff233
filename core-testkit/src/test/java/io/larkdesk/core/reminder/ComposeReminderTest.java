package io.larkdesk.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.Matter.AboutTicket;
import io.larkdesk.core.reminder.Matter.How;
import io.larkdesk.core.reminder.Matter.Why;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeReminderTest {

    private static final Duration SHIFT = Duration.ofHours(8);

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(1));
    private final ComposeReminder compose = new ComposeReminder(
            desk.messages(),
            desk.groups(),
            new NamePeople(desk.transactions(), desk.people(), desk.tenants()),
            desk.people(),
            desk.quietTimes(),
            new DescribeNotice(desk.tickets(), desk.tenants(), desk.people(), desk.messages()));

    private final Tenant alder = scene.provider("Alder Cloud");
    private final Person eva = scene.staff(alder, "Eva", StaffRole.ENGINEER);
    private final Person tom = scene.staff(alder, "Tom", StaffRole.TAM);
    private final Tenant acme = scene.customer("Acme");
    private final Person ann = scene.person(acme, "Ann");
    private final ServiceGroup group = scene.group(acme);
    private final Ticket opened = scene.ticket(group, ann);
    private final TicketGroup own =
            (TicketGroup) desk.groups().find(opened.id()).orElseThrow();
    private final AboutTicket about = new AboutTicket(
            opened.number(), "It does not work", Severity.NORMAL, Optional.empty(), "Acme", "Ann", clock.instant());

    private Ticket become(Change change) {
        Ticket changed = change.appliedTo(desk.tickets().find(opened.id()).orElseThrow(), clock.instant());
        desk.tickets().save(changed);
        return changed;
    }

    private MessageId line(TicketEvent event, Optional<PersonId> by, Optional<Instant> until, String words) {
        Content notice =
                new Content.TicketNotice(event, Content.TicketLink.to(own), by, Optional.of(eva.id()), until, words);
        return desk.messages().append(opened.id(), clock.instant(), notice).id();
    }

    private MessageReminder composed(Person recipient, MessageId... messages) {
        Instant now = clock.instant();
        Permit.Held held = new Permit.Held(recipient.id(), new ReminderId(new UUID(1, 1)), 1, now, now.plusSeconds(15));
        return compose.execute(held, List.of(messages), now);
    }

    private Matter matter(Person recipient, MessageId message) {
        return composed(recipient, message).items().get(0).matter();
    }

    @Test
    void anEngineerOnDutyIsGivenANewTicket() {
        become(new Change.Reassign(eva.id()));
        Instant end = clock.instant().plus(SHIFT);
        MessageId line = line(TicketEvent.CREATED, Optional.of(ann.id()), Optional.of(end), "");

        assertThat(matter(eva, line)).isEqualTo(new Matter.Assigned(about, Why.ON_DUTY));
        clock.advance(SHIFT.minusMillis(1));
        assertThat(matter(eva, line)).isEqualTo(new Matter.Assigned(about, Why.ON_DUTY));
        clock.advance(Duration.ofMillis(1));
        assertThat(matter(eva, line)).isEqualTo(new Matter.Assigned(about, Why.WAS_ON_DUTY));
    }

    @Test
    void theTamIsGivenANewTicketWhenNobodyIsOnDuty() {
        become(new Change.Reassign(tom.id()));
        MessageId line = line(TicketEvent.CREATED, Optional.of(ann.id()), Optional.empty(), "");

        assertThat(matter(tom, line)).isEqualTo(new Matter.Assigned(about, Why.NOBODY_ON_DUTY));
    }

    @Test
    void aTicketThatIsPassedOnIsGivenBySomebody() {
        become(new Change.Reassign(eva.id()));
        scene.join(own, tom);

        MessageReminder.Item item = composed(
                        eva, line(TicketEvent.REASSIGNED, Optional.of(tom.id()), Optional.empty(), ""))
                .items()
                .get(0);

        assertThat(item.matter()).isEqualTo(new Matter.Assigned(about, Why.GIVEN));
        assertThat(item.author()).isEqualTo("Tom");
        assertThat(item.excerpt()).isEqualTo(opened.number() + " It does not work");
    }

    @Test
    void aTicketThatIsSomebodyElsesMeanwhileIsNotGiven() {
        become(new Change.Reassign(eva.id()));
        MessageId line = line(TicketEvent.REASSIGNED, Optional.of(tom.id()), Optional.empty(), "");

        become(new Change.Reassign(tom.id()));

        assertThat(matter(eva, line)).isEqualTo(Matter.Said.NO_MORE);
    }

    @ParameterizedTest
    @EnumSource(
            value = TicketEvent.class,
            names = {"REMINDER_SENT", "REMINDER_IN_VAIN", "REMINDER_PASSED_ON"})
    void aReminderTellsOfTheLastReplyThatStandsWhenItIsComposed(TicketEvent event) {
        MessageId line = line(event, Optional.of(ann.id()), Optional.empty(), "");
        assertThat(matter(eva, line)).isEqualTo(new Matter.Hurried(about, Optional.empty()));

        Message reply = scene.say(own, tom, "on it");
        clock.advance(Duration.ofMinutes(35));
        scene.say(own, ann, "and?");

        assertThat(matter(eva, line)).isEqualTo(new Matter.Hurried(about, Optional.of(reply.postedAt())));
    }

    @Test
    void aResolvedTicketWaitsForItsOwnersWord() {
        become(new Change.Resolve(Resolution.parse("Done")));
        MessageId line =
                line(TicketEvent.RESOLVED, Optional.of(eva.id()), Optional.empty(), "D" + "o".repeat(500) + "ne");

        assertThat(matter(ann, line)).isEqualTo(new Matter.Resolved(about, "D" + "o".repeat(138) + "…"));
        assertThat(matter(tom, line)).isEqualTo(Matter.Said.NO_MORE);
        become(new Change.Reopen());
        assertThat(matter(ann, line)).isEqualTo(Matter.Said.NO_MORE);
    }

    @Test
    void aTicketThatWaitsForTheCustomerAsksItsOwner() {
        become(new Change.AwaitCustomer());
        MessageId line = line(TicketEvent.AWAITING_CUSTOMER, Optional.of(eva.id()), Optional.empty(), "");

        assertThat(matter(ann, line)).isEqualTo(new Matter.Changed(about, How.AWAITING_CUSTOMER));
        assertThat(matter(tom, line)).isEqualTo(Matter.Said.NO_MORE);
        become(new Change.Resume());
        assertThat(matter(ann, line)).isEqualTo(Matter.Said.NO_MORE);
    }

    @Test
    void aTicketThatIsHandedOverIsItsNewOwners() {
        Person bob = scene.person(acme, "Bob");
        MessageId line = line(TicketEvent.HANDED_OVER, Optional.of(ann.id()), Optional.empty(), "");
        assertThat(matter(bob, line)).isEqualTo(Matter.Said.NO_MORE);

        become(new Change.HandOver(bob.id()));

        assertThat(matter(bob, line)).isEqualTo(new Matter.Changed(about, How.HANDED_OVER));
        become(new Change.Resolve(Resolution.parse("Done")));
        assertThat(matter(bob, line)).isEqualTo(new Matter.Changed(about, How.HANDED_OVER));
        become(new Change.Confirm());
        assertThat(matter(bob, line)).isEqualTo(Matter.Said.NO_MORE);
    }

    @Test
    void aReopenedTicketIsItsEngineersWhileItIsOpen() {
        become(new Change.Reassign(eva.id()));
        become(new Change.Resolve(Resolution.parse("Done")));
        become(new Change.Reopen());
        MessageId line = line(TicketEvent.REOPENED, Optional.of(ann.id()), Optional.empty(), "");

        assertThat(matter(eva, line)).isEqualTo(new Matter.Changed(about, How.REOPENED));
        assertThat(matter(tom, line)).isEqualTo(Matter.Said.NO_MORE);
        become(new Change.Resolve(Resolution.parse("Done again")));
        assertThat(matter(eva, line)).isEqualTo(Matter.Said.NO_MORE);
    }

    @Test
    void anotherSeverityIsToldAsItIsNowAndNotInTheWordsOfTheLine() {
        become(new Change.Reassign(eva.id()));
        MessageId line = line(TicketEvent.SEVERITY_CHANGED, Optional.of(ann.id()), Optional.empty(), "HIGH");

        MessageReminder.Item item = composed(eva, line).items().get(0);

        assertThat(item.matter()).isEqualTo(new Matter.Changed(about, How.SEVERITY_CHANGED));
        assertThat(item.excerpt()).isEqualTo(opened.number() + " It does not work");
        assertThat(matter(tom, line)).isEqualTo(Matter.Said.NO_MORE);
        become(new Change.Resolve(Resolution.parse("Done")));
        assertThat(matter(eva, line)).isEqualTo(Matter.Said.NO_MORE);
    }

    @Test
    void otherLinesAreToBeReadAndNoMore() {
        become(new Change.Reassign(eva.id()));

        assertThat(matter(eva, line(TicketEvent.STARTED, Optional.of(tom.id()), Optional.empty(), "")))
                .isEqualTo(Matter.Said.NO_MORE);
        assertThat(matter(eva, scene.say(own, ann, Scene.at(eva)).id())).isEqualTo(Matter.Said.NO_MORE);
    }

    @Test
    void timesAreReadByTheClocksOfWhomeverHasQuietHours() {
        MessageId words = scene.say(own, ann, Scene.at(eva)).id();
        assertThat(composed(eva, words).zone()).isEmpty();
        ZoneId zone = ZoneId.of("Asia/Singapore");

        new ChooseQuietTime(desk.transactions(), desk.quietTimes(), desk.permits())
                .daily(eva.id(), Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), zone)));

        assertThat(composed(eva, words).zone()).contains(zone);
    }
}

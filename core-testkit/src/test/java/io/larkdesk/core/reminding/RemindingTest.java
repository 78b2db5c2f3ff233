package io.larkdesk.core.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.budgeting.Overseers;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.onboarding.Stewards;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Decision.NotReminded;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.ExplainFate;
import io.larkdesk.core.reminder.Explanation;
import io.larkdesk.core.reminder.Outcome;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminding.ShowReminders.Entry;
import io.larkdesk.core.reminding.ShowReminders.Filter;
import io.larkdesk.core.reminding.ShowReminders.Shown;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees what became of mentions, and what they may have tried again. */
class RemindingTest {

    private static final Filter ALL = new Filter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(7));
    private final Overseers overseers = new Overseers(
            desk.people(),
            desk.tenants(),
            desk.groups(),
            desk.members(),
            new Stewards(desk.people(), desk.tenants(), desk.groups(), desk.members()));
    private final ShowReminders show = new ShowReminders(
            desk.transactions(),
            overseers,
            desk.mentions(),
            new ExplainFate(desk.mentions(), desk.permits(), desk.quietTimes(), ReminderPolicy.DEFAULT),
            desk.tickets(),
            desk.groups(),
            desk.members(),
            desk.people());
    private final SendAgain sendAgain =
            new SendAgain(desk.transactions(), overseers, desk.permits(), desk.mentions(), Records.audit(desk));

    private final Tenant provider = scene.provider("Alder Cloud");
    private final Tenant acme = scene.customer("Acme");
    private final Tenant globex = scene.customer("Globex");
    private final ServiceGroup acmes = scene.group(acme);
    private final ServiceGroup globexes = scene.group(globex);
    private final Person ann = scene.person(acme, "Ann");
    private final Person gil = scene.person(globex, "Gil");
    private final Person tom = scene.staff(provider, "Tom", StaffRole.TAM);
    private final Person eve = scene.staff(provider, "Eve", StaffRole.ENGINEER);
    private final Person dan = scene.staff(provider, "Dan", StaffRole.DUTY_MANAGER);
    private final Person ada = scene.staff(provider, "Ada", StaffRole.ADMIN);

    @BeforeEach
    void gather() {
        scene.join(acmes, ann);
        scene.join(acmes, tom);
        scene.join(acmes, eve);
        scene.join(globexes, gil);
    }

    private Instant now() {
        return desk.transactions().inTransaction(now -> now);
    }

    private MessageId mention(ServiceGroup group, Person author, Person person) {
        MessageId message = scene.say(group, author, Scene.at(person)).id();
        desk.mentions().add(message, List.of(person.id()), now());
        clock.advance(Duration.ofMinutes(1));
        return message;
    }

    private MessageId failed(ServiceGroup group, Person author, Person person) {
        MessageId message = mention(group, author, person);
        desk.mentions().decide(List.of(message), person.id(), new NotReminded(Reason.UNREACHABLE, now()));
        return message;
    }

    private Optional<Shown> shown(Person asker, Filter filter) {
        return show.execute(new ShowReminders.Command(asker.id(), filter, Optional.empty(), 10));
    }

    private List<MessageId> seen(Person asker, Filter filter) {
        return shown(asker, filter).orElseThrow().entries().stream()
                .map(entry -> entry.mention().message())
                .toList();
    }

    @Test
    void aTamSeesTheOwnCustomersOthersAllEngineersAndCustomersNothing() {
        MessageId here = mention(acmes, tom, ann);
        MessageId there = mention(globexes, ada, gil);
        MessageId toms = mention(acmes, ann, tom);

        assertThat(seen(tom, ALL)).containsExactly(toms, here);
        assertThat(seen(dan, ALL)).containsExactly(toms, there, here);
        assertThat(seen(ada, ALL)).containsExactly(toms, there, here);
        assertThat(shown(eve, ALL)).isEmpty();
        assertThat(shown(ann, ALL)).isEmpty();
        assertThat(seen(
                        tom,
                        new Filter(
                                Optional.of(globex.id()),
                                Optional.of(gil.id()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                .isEmpty();
    }

    @Test
    void aTicketsMentionsAreFoundByItsNumberByWhoeverMaySeeThem() {
        mention(acmes, tom, ann);
        Ticket ticket = scene.ticket(globexes, gil);
        MessageId message = desk.transactions()
                .inTransaction(now -> desk.messages().append(ticket.id(), now, scene.words(ada, Scene.at(gil))))
                .id();
        desk.mentions().add(message, List.of(gil.id()), now());

        assertThat(seen(dan, of(ticket.number()))).containsExactly(message);
        assertThat(seen(tom, of(ticket.number()))).isEmpty();
        assertThat(seen(dan, of(new TicketNumber(999_999)))).isEmpty();
    }

    private static Filter of(TicketNumber ticket) {
        return new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(ticket),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void itSaysWhatAPersonIsToldWhoAsks() {
        MessageId waiting = mention(acmes, tom, ann);
        desk.transactions().inTransaction(now -> {
            Permit permit = new Permit.Free(ann.id(), now.plusSeconds(90));
            desk.permits().save(permit, Optional.empty(), now);
            return permit;
        });

        Entry entry = shown(tom, ALL).orElseThrow().entries().get(0);

        assertThat(entry.mention().message()).isEqualTo(waiting);
        assertThat(entry.mention().author()).contains(tom.id());
        assertThat(entry.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(entry.explanation())
                .isEqualTo(new Explanation.Waiting(Explanation.Cause.WINDOW, now().plusSeconds(90)));
    }

    @Test
    void itGoesBackThirtyDaysUnlessItIsAskedForMore() {
        MessageId old = mention(acmes, tom, ann);
        Instant before = now();
        clock.advance(ShowReminders.SHOWN_BACK);
        MessageId young = mention(acmes, tom, ann);

        assertThat(seen(tom, ALL)).containsExactly(young);
        assertThat(seen(
                        tom,
                        new Filter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(before))))
                .containsExactly(old);
    }

    @Test
    void whatFailedWaitsAgainAndThatIsWrittenDown() {
        MessageId message = failed(acmes, tom, ann);

        assertThat(again(tom, message, ann)).isEqualTo(SendAgain.Result.WAITING);

        assertThat(desk.mentions().hasPending(ann.id())).isTrue();
        assertThat(desk.permits().findEarliestDue()).contains(now());
        assertThat(desk.auditTrail().list(AuditQuery.ALL, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.event().action()).isEqualTo(AuditAction.REMINDER_SENT_AGAIN);
            assertThat(entry.event().book()).isEqualTo(AuditBook.of(acme.id()));
            assertThat(entry.event().actor()).isEqualTo(AuditActor.of(tom.id()));
        });
        assertThat(again(tom, message, ann)).isEqualTo(SendAgain.Result.NOT_FAILED);
        assertThat(desk.auditTrail().list(AuditQuery.ALL, 10)).hasSize(1);
    }

    @Test
    void thePersonIsNotLookedAtBeforeThePermitOpens() {
        MessageId message = failed(acmes, tom, ann);
        Instant opens = now().plusSeconds(300);
        desk.transactions().inTransaction(now -> {
            Permit permit = new Permit.Free(ann.id(), opens);
            desk.permits().save(permit, Optional.empty(), now);
            return permit;
        });

        assertThat(again(ada, message, ann)).isEqualTo(SendAgain.Result.WAITING);

        assertThat(desk.permits().findEarliestDue()).contains(opens);
    }

    @Test
    void whatDidNotFailStaysAsItIs() {
        MessageId message = mention(acmes, tom, ann);
        assertThat(again(tom, message, ann)).isEqualTo(SendAgain.Result.NOT_FAILED);
        Decision read = new NotReminded(Reason.READ_IN_TIME, now());
        desk.mentions().decide(List.of(message), ann.id(), read);

        assertThat(again(tom, message, ann)).isEqualTo(SendAgain.Result.NOT_FAILED);

        assertThat(desk.mentions().findDecision(message, ann.id())).contains(read);
        assertThat(desk.permits().findEarliestDue()).isEmpty();
        assertThat(desk.auditTrail().list(AuditQuery.ALL, 10)).isEmpty();
    }

    @Test
    void whoMayNotSeeAMentionCannotHaveItSentAgain() {
        MessageId message = failed(globexes, ada, gil);

        for (Person other : List.of(tom, eve, ann, gil)) {
            assertThat(again(other, message, gil)).isEqualTo(SendAgain.Result.NOT_THERE);
        }
        assertThat(again(dan, message, ann)).isEqualTo(SendAgain.Result.NOT_THERE);
        assertThat(desk.mentions().hasPending(gil.id())).isFalse();
        assertThat(again(dan, message, gil)).isEqualTo(SendAgain.Result.WAITING);
    }

    private SendAgain.Result again(Person asker, MessageId message, Person person) {
        return sendAgain.execute(new SendAgain.Command(asker.id(), message, person.id()));
    }
}

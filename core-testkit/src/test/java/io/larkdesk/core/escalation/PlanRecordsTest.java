package io.larkdesk.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChange;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.KeptCalendar;
import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.ReminderWindow;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the audit log has of support plans, and whose change is refused because the plan is another by now. */
class PlanRecordsTest {

    private static final PlanName GOLD = new PlanName("Gold");
    private static final CalendarName OFFICE = new CalendarName("Office");
    private static final SupportPlan SLOW = replyingWithin(60);
    private static final SupportPlan FAST = replyingWithin(5);
    private static final Optional<AuditDetail> NOTHING = Optional.empty();

    private final Stores stores = new InMemoryDesk(new ManualClock());
    private final Scene scene = new Scene(stores, new SeededRandomness(24));
    private final Person admin = scene.staff(scene.provider("Alder Cloud"), "Ada", StaffRole.ADMIN);
    private final AuditActor byAdmin = AuditActor.of(admin.id());
    private final RecordPlan record = new RecordPlan(Records.audit(stores));
    private final OfferPlans offer = new OfferPlans(stores.transactions(), stores.planPromises(), record);
    private final ChangePlan change = new ChangePlan(
            stores.transactions(),
            stores.planPromises(),
            stores.calendars(),
            new StaffAdministrators(stores.people()),
            record);

    private static SupportPlan replyingWithin(int minutes) {
        return new SupportPlan(
                Duration.ofMinutes(minutes), EscalationPolicy.standard(Duration.ofMinutes(5), Optional.empty()));
    }

    private static SupportPlan promisingTimes() {
        EscalationPolicy.Step step = new EscalationPolicy.Step(StaffRole.TAM, Duration.ofMinutes(5));
        Map<Severity, Target> targets = Map.of(
                Severity.LOW,
                new Target(Optional.of(Duration.ofHours(9)), Optional.empty()),
                Severity.CRITICAL,
                new Target(Optional.of(Duration.ofMinutes(30)), Optional.of(Duration.ofHours(4))));
        return new SupportPlan(
                Duration.ofMinutes(5),
                new EscalationPolicy(List.of(step), Optional.empty(), Duration.ofMinutes(30)),
                Optional.of(new ServiceTargets(OFFICE, targets, 50)),
                Optional.of(new ReminderWindow(Duration.ofMinutes(20))));
    }

    private ChangePlan.Result change(SupportPlan plan, long seen) {
        return change.execute(new ChangePlan.Command(admin.id(), GOLD, plan, seen));
    }

    private List<AuditEvent> written() {
        return stores.auditTrail().listAfter(AuditBook.PROVIDER, 0, 99).stream()
                .map(AuditEntry::event)
                .toList();
    }

    private static Optional<AuditDetail> minutes(String value) {
        return Optional.of(AuditDetail.parse("MINUTES " + value));
    }

    private static Optional<AuditDetail> number(int value) {
        return Optional.of(AuditDetail.of(value));
    }

    @Test
    void whatAPlanPromisedAndPromisesNowIsWrittenDown() {
        stores.calendars()
                .save(new KeptCalendar(BusinessCalendar.alwaysOpen(OFFICE, ZoneOffset.UTC), Optional.empty(), 1));

        assertThat(change(SLOW, 0)).isEqualTo(ChangePlan.Result.CHANGED);
        assertThat(change(promisingTimes(), 1)).isEqualTo(ChangePlan.Result.CHANGED);

        assertThat(written())
                .extracting(AuditEvent::action, AuditEvent::actor, AuditEvent::subject)
                .containsOnly(tuple(AuditAction.PLAN_CHANGED, byAdmin, AuditSubject.of(GOLD)));
        assertThat(written().get(0).changes().list())
                .containsExactly(
                        new AuditChange(AuditField.REPLY, NOTHING, minutes("60")),
                        new AuditChange(AuditField.LEVELS, NOTHING, number(3)));
        assertThat(written().get(1).changes().list())
                .containsExactly(
                        new AuditChange(AuditField.REPLY, minutes("60"), minutes("5")),
                        new AuditChange(AuditField.LEVELS, number(3), number(1)),
                        new AuditChange(AuditField.RESPONSE, NOTHING, minutes("540,-,-,30")),
                        new AuditChange(AuditField.RESOLUTION, NOTHING, minutes("-,-,-,240")),
                        new AuditChange(AuditField.REMINDER_WINDOW, NOTHING, minutes("20")));
    }

    @Test
    void whatTheOperatorSaysIsWrittenDownOnceAndOnlyIfItChangesSomething() {
        offer.execute(Map.of(GOLD, SLOW));
        offer.execute(Map.of(GOLD, SLOW));
        assertThat(change(FAST, 1)).isEqualTo(ChangePlan.Result.CHANGED);
        offer.execute(Map.of(GOLD, FAST));
        assertThat(written())
                .extracting(AuditEvent::actor)
                .as("the last one says what people changed before")
                .containsExactly(AuditActor.BOOTSTRAP_FILE, byAdmin);

        offer.execute(Map.of());

        assertThat(written().get(2).actor()).isEqualTo(AuditActor.BOOTSTRAP_FILE);
        assertThat(written().get(2).changes().list())
                .containsExactly(
                        new AuditChange(AuditField.REPLY, minutes("5"), NOTHING),
                        new AuditChange(AuditField.LEVELS, number(3), NOTHING));
    }

    @Test
    void whoSawAPlanBeforeTheOperatorChangedItIsRefused() {
        offer.execute(Map.of(GOLD, SLOW));
        offer.execute(Map.of(GOLD, FAST));

        assertThat(change(replyingWithin(30), 1)).isEqualTo(ChangePlan.Result.STALE);
        assertThat(change(replyingWithin(30), 2)).isEqualTo(ChangePlan.Result.CHANGED);
        offer.execute(Map.of(GOLD, replyingWithin(30)));
        assertThat(change(SLOW, 3)).as("the operator agreed").isEqualTo(ChangePlan.Result.CHANGED);
    }
}

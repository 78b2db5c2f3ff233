package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.EscalationPolicy.Step;
import io.larkdesk.core.escalation.KeptPlan;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.reminder.ReminderWindow;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.ticket.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.escalation.PlanPromises}. */
public abstract class PlanPromisesContract extends StoresContract {

    private static final PlanName GOLD_PLAN = new PlanName("Gold");
    private static final PlanName BASIC_PLAN = new PlanName("基础 'x'");

    private static final SupportPlan GOLD = new SupportPlan(
            Duration.ofMinutes(7),
            new EscalationPolicy(
                    List.of(
                            new Step(StaffRole.DUTY_MANAGER, Duration.ofMillis(90_001)),
                            new Step(StaffRole.ENGINEER, Duration.ofMinutes(2)),
                            new Step(StaffRole.DUTY_MANAGER, Duration.ofHours(3))),
                    Optional.of(4),
                    Duration.ofMinutes(11)),
            Optional.of(new ServiceTargets(
                    new CalendarName("Office"),
                    Map.of(
                            Severity.CRITICAL,
                            new Target(Optional.of(Duration.ofMinutes(30)), Optional.of(Duration.ofHours(4))),
                            Severity.LOW,
                            new Target(Optional.of(Duration.ofHours(9)), Optional.empty())),
                    80)),
            Optional.of(new ReminderWindow(Duration.ofMinutes(20))));
    private static final SupportPlan BASIC =
            new SupportPlan(Duration.ZERO, EscalationPolicy.standard(Duration.ofMinutes(20), Optional.empty()));

    /** Made for subclasses. */
    protected PlanPromisesContract() {}

    @BeforeEach
    void setUpProvider() {
        scene().provider("Alder Cloud");
    }

    @Test
    void thereAreNoneUntilThereAre() {
        assertThat(stores().planPromises().list()).isEmpty();
        assertThat(stores().planPromises().find(GOLD_PLAN)).isEmpty();
    }

    @Test
    void thoseThatAreStoredAreFoundAsTheyAre() {
        KeptPlan gold = new KeptPlan(GOLD_PLAN, GOLD, Optional.of(BASIC), 3);
        KeptPlan basic = new KeptPlan(BASIC_PLAN, BASIC, Optional.empty(), 1);
        stores().planPromises().save(basic);
        stores().planPromises().save(gold);
        assertThat(stores().planPromises().list()).containsExactly(gold, basic);
        inTransaction(now -> assertThat(stores().planPromises().lock()).containsExactly(gold, basic));
        assertThat(stores().planPromises().find(GOLD_PLAN)).contains(GOLD);
        assertThat(stores().planPromises().find(new PlanName("gold"))).isEmpty();
        KeptPlan changed = new KeptPlan(GOLD_PLAN, BASIC, Optional.empty(), 4);
        stores().planPromises().save(changed);
        assertThat(stores().planPromises().list()).containsExactly(changed, basic);
        stores().planPromises().remove(GOLD_PLAN);
        assertThat(stores().planPromises().list()).containsExactly(basic);
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        stores().planPromises().save(new KeptPlan(GOLD_PLAN, GOLD, Optional.empty(), 1));
        assertThatThrownBy(() -> inTransaction(now -> {
                    stores().planPromises().save(new KeptPlan(GOLD_PLAN, BASIC, Optional.empty(), 2));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(stores().planPromises().find(GOLD_PLAN)).contains(GOLD);
    }

    @Test
    void theyCanBeHeldInATransactionOnly() {
        assertThatThrownBy(() -> stores().planPromises().lock()).isInstanceOf(IllegalStateException.class);
    }
}

package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.EscalationPolicy.Step;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.PlanName;
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
                    Duration.ofMinutes(11)));
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
    void thoseThatAreReplacedAreFoundAsTheyAre() {
        stores().planPromises().replace(Map.of(GOLD_PLAN, GOLD, BASIC_PLAN, BASIC));
        assertThat(stores().planPromises().list()).isEqualTo(Map.of(GOLD_PLAN, GOLD, BASIC_PLAN, BASIC));
        assertThat(stores().planPromises().find(GOLD_PLAN)).contains(GOLD);
        assertThat(stores().planPromises().find(new PlanName("gold"))).isEmpty();
        stores().planPromises().replace(Map.of(GOLD_PLAN, BASIC));
        assertThat(stores().planPromises().list()).isEqualTo(Map.of(GOLD_PLAN, BASIC));
        stores().planPromises().replace(Map.of());
        assertThat(stores().planPromises().list()).isEmpty();
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        stores().planPromises().replace(Map.of(GOLD_PLAN, GOLD));
        assertThatThrownBy(() -> inTransaction(now -> {
                    stores().planPromises().replace(Map.of(GOLD_PLAN, BASIC));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(stores().planPromises().find(GOLD_PLAN)).contains(GOLD);
    }
}

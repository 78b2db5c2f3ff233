package io.larkdesk.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.escalation.EscalationPolicy.Step;
import io.larkdesk.core.person.StaffRole;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EscalationPolicyTest {

    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void levelsComeOneAfterTheOtherAndAgain() {
        EscalationPolicy policy = EscalationPolicy.standard(FIVE, Optional.of(2));

        assertThat(policy.stepAfter(0).level()).isEqualTo(StaffRole.ENGINEER);
        assertThat(policy.stepAfter(1).level()).isEqualTo(StaffRole.TAM);
        assertThat(policy.stepAfter(2).level()).isEqualTo(StaffRole.DUTY_MANAGER);
        assertThat(policy.stepAfter(3).level()).isEqualTo(StaffRole.ENGINEER);
        assertThat(policy.isFullRound(0)).isFalse();
        assertThat(policy.isFullRound(3)).isTrue();
        assertThat(policy.isOverAfter(5)).isFalse();
        assertThat(policy.isOverAfter(6)).isTrue();
    }

    @Test
    void withoutRoundsItIsNeverOver() {
        EscalationPolicy policy = EscalationPolicy.standard(FIVE, Optional.empty());

        assertThat(policy.isOverAfter(Integer.MAX_VALUE)).isFalse();
    }

    @Test
    void whatWaitsAsLongAsAStepIsOverdue() {
        PagingPolicy usual = PagingPolicy.DEFAULT;

        assertThat(usual.within(EscalationPolicy.standard(FIVE, Optional.empty())))
                .isEqualTo(usual);
        assertThat(usual.within(EscalationPolicy.standard(Duration.ofSeconds(4), Optional.empty())))
                .isEqualTo(new PagingPolicy(usual.attemptWithin(), usual.retryWithin(), Duration.ofSeconds(4)));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Step step = new Step(StaffRole.TAM, FIVE);

        assertThatThrownBy(() -> new EscalationPolicy(List.of(), Optional.empty(), FIVE))
                .hasMessageContaining("steps");
        assertThatThrownBy(() -> new EscalationPolicy(Collections.nCopies(11, step), Optional.empty(), FIVE))
                .hasMessageContaining("steps");
        assertThatThrownBy(() -> new EscalationPolicy(List.of(step), Optional.of(0), FIVE))
                .hasMessageContaining("rounds");
        assertThatThrownBy(() -> new EscalationPolicy(List.of(step), Optional.empty(), Duration.ZERO))
                .hasMessageContaining("confirmEvery");
        assertThatThrownBy(() -> new Step(StaffRole.TAM, Duration.ZERO)).hasMessageContaining("acknowledgeWithin");
        assertThatThrownBy(() -> new PagingPolicy(FIVE, Duration.ofMinutes(55), FIVE))
                .hasMessageContaining("Lark's hour");
        assertThatThrownBy(() -> new EmergencyPhone(Optional.of(" "))).hasMessageContaining("number");
        assertThatThrownBy(
                        () -> new SupportPlan(Duration.ofMillis(-1), EscalationPolicy.standard(FIVE, Optional.empty())))
                .hasMessageContaining("replyWithin");
    }
}

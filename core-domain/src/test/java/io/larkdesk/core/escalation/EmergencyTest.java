package io.larkdesk.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.EscalationPolicy.Step;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the law leaves to single examples: each level with a time of its own, a clock that is set back, the bounds of what is said. */
class EmergencyTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofHours(1));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final EscalationPolicy POLICY = new EscalationPolicy(
            List.of(
                    new Step(StaffRole.ENGINEER, MINUTE),
                    new Step(StaffRole.TAM, MINUTE.multipliedBy(2)),
                    new Step(StaffRole.DUTY_MANAGER, MINUTE.multipliedBy(3))),
            Optional.empty(),
            Duration.ofMinutes(30));
    private static final TenantId ACME = new TenantId(new UUID(1, 1));
    private static final PersonId ANN = new PersonId(ACME, new UUID(3, 1));
    private static final PersonId EVA = new PersonId(new TenantId(new UUID(1, 2)), new UUID(3, 2));
    private static final PersonId ELI = new PersonId(new TenantId(new UUID(1, 2)), new UUID(3, 3));

    private static Emergency.Declaration saying(String impact) {
        return new Emergency.Declaration(ANN, NOW, Emergency.Reason.DATA_LOSS, impact, new ClientId(new UUID(5, 5)));
    }

    private static Emergency declared() {
        EmergencyId id = new EmergencyId(new GroupId(ACME, new UUID(2, 2)), new UUID(4, 4));
        return Emergency.declare(id, saying(""), POLICY);
    }

    private static Emergency paged(int steps) {
        return Stream.iterate(declared(), emergency -> emergency.stepPaged(NOW))
                .skip(steps)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void levelsAreCountedFromOneAndBeginAnewAfterTheLastOneAndWhenPagingIsResumed() {
        assertThat(Stream.of(0, 1, 2, 3, 4).map(steps -> paged(steps).nextLevel()))
                .containsExactly(1, 2, 3, 1, 2);
        assertThat(paged(2).acknowledge(EVA, NOW).lapse(NOW).nextLevel()).isEqualTo(1);
    }

    @Test
    void afterTheClockWasSetBackALevelHasItsTimeFromNowOn() {
        assertThat(paged(1).clampedTo(BEFORE).due()).contains(BEFORE.plus(MINUTE));
        assertThat(paged(2).clampedTo(BEFORE).due()).contains(BEFORE.plus(MINUTE.multipliedBy(2)));
        assertThat(paged(3).clampedTo(BEFORE).due()).contains(BEFORE.plus(MINUTE.multipliedBy(3)));
        assertThat(paged(4).clampedTo(BEFORE).due()).contains(BEFORE.plus(MINUTE));
        assertThat(paged(0).clampedTo(BEFORE).due()).as("nobody was paged yet").contains(BEFORE);
    }

    @Test
    void afterTheClockWasSetBackWhoeverHasItConfirmsAsIfSinceNow() {
        Emergency firm = declared().acknowledge(EVA, NOW);

        assertThat(firm.clampedTo(BEFORE).due()).contains(BEFORE.plus(POLICY.confirmEvery()));
        assertThat(firm.handOver(ELI, NOW).clampedTo(BEFORE).due()).contains(BEFORE.plus(MINUTE));
        assertThat(firm.clampedTo(BEFORE).acknowledgement().orElseThrow().by()).isEqualTo(EVA);
    }

    @Test
    void whatIsDueInTimeOrNeverStaysAsItIs() {
        Emergency unanswered = declared().unanswered(NOW);

        assertThat(paged(2).clampedTo(NOW)).isEqualTo(paged(2));
        assertThat(unanswered.clampedTo(BEFORE)).isEqualTo(unanswered);
    }

    @Test
    void whatIsSaidHasAtMost500CharactersAndTheLastWordIsNotBlank() {
        String longest = "😀".repeat(Emergency.LONGEST_TEXT);

        assertThat(saying(longest).impact()).isEqualTo(longest);
        assertThat(new Emergency.Ended(EVA, NOW, longest).word()).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> saying(longest + "x"))
                .withMessageStartingWith("impact");
        for (String wrong : List.of(" ", longest + "x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Emergency.Ended(EVA, NOW, wrong))
                    .withMessageStartingWith("word");
        }
    }

    @Test
    void aPolicyHasUpToTenLevelsAndATelephoneNumberUpToFortyCharacters() {
        List<Step> levels = Collections.nCopies(EscalationPolicy.MOST_STEPS, new Step(StaffRole.TAM, MINUTE));
        String number = "1".repeat(EmergencyPhone.LONGEST);

        assertThat(new EscalationPolicy(levels, Optional.of(1), MINUTE).steps()).hasSize(10);
        assertThat(new EmergencyPhone(Optional.of(number)).number()).contains(number);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmergencyPhone(Optional.of(number + "1")))
                .withMessageStartingWith("number");
    }
}

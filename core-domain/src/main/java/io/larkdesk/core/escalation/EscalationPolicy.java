package io.larkdesk.core.escalation;

import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is paged in an Emergency, one level after the other, and how long each has to acknowledge.
 *
 * @param steps the levels, at least one, at most {@value #MOST_STEPS}
 * @param rounds how often all levels are paged while nobody acknowledges; empty for as long as it takes
 * @param confirmEvery for how long an acknowledgement is good; then it must be confirmed, or paging resumes
 */
public record EscalationPolicy(List<Step> steps, Optional<Integer> rounds, Duration confirmEvery) {

    /** The most levels that a policy can have. */
    public static final int MOST_STEPS = 10;

    /** How long each level has, unless set otherwise. */
    public static final Duration ACKNOWLEDGE_WITHIN = Duration.ofMinutes(5);

    /** How long an acknowledgement is good, unless set otherwise. */
    public static final Duration CONFIRM_EVERY = Duration.ofMinutes(30);

    /** How often all levels are paged where there is a telephone number to call afterwards. */
    public static final int ROUNDS = 2;

    /** Copies the steps; refuses none or too many of them, rounds that are not positive, and a time that is not. */
    public EscalationPolicy {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("steps are none or more than " + MOST_STEPS + ": " + steps.size());
        }
        if (rounds.filter(most -> most < 1).isPresent()) {
            throw new IllegalArgumentException("rounds is not positive: " + rounds);
        }
        Durations.requirePositive("confirmEvery", confirmEvery);
    }

    /**
     * One level.
     *
     * @param level those on duty in this role are paged
     * @param acknowledgeWithin then the next level is paged
     */
    public record Step(StaffRole level, Duration acknowledgeWithin) {

        /** Refuses null, and a time that is not positive. */
        public Step {
            Objects.requireNonNull(level, "level");
            Durations.requirePositive("acknowledgeWithin", acknowledgeWithin);
        }
    }

    /** On-duty engineers, then TAMs, then duty managers, each with the same time. */
    public static EscalationPolicy standard(Duration acknowledgeWithin, Optional<Integer> rounds) {
        return new EscalationPolicy(
                List.of(
                        new Step(StaffRole.ENGINEER, acknowledgeWithin),
                        new Step(StaffRole.TAM, acknowledgeWithin),
                        new Step(StaffRole.DUTY_MANAGER, acknowledgeWithin)),
                rounds,
                CONFIRM_EVERY);
    }

    /** The step that comes after {@code paged} others since paging began or was resumed. */
    Step stepAfter(int paged) {
        return steps.get(paged % steps.size());
    }

    /** Whether {@code paged} steps make full rounds, at least one. */
    boolean isFullRound(int paged) {
        return paged > 0 && paged % steps.size() == 0;
    }

    /** Whether nothing is left to page after {@code paged} steps. */
    boolean isOverAfter(int paged) {
        return rounds.filter(most -> paged >= most * steps.size()).isPresent();
    }
}

package io.larkdesk.testkit.law;

import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.person.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may happen in Emergencies, and around Reminders. */
final class EscalationArbitraries {

    private EscalationArbitraries() {}

    static Arbitrary<Step> declarations() {
        return Combinators.combine(customers(), tickets(), Arbitraries.of(Emergency.Reason.class))
                .as(EscalationSteps.Declare::new);
    }

    static Arbitrary<Step> triesAgain() {
        return Arbitraries.of(new EscalationSteps.DeclareAgain(), new EscalationSteps.PressAgain());
    }

    static Arbitrary<Step> acknowledgements() {
        return Combinators.combine(staff(), tickets(), behind()).as(EscalationSteps.Acknowledge::new);
    }

    static Arbitrary<Step> otherCommands() {
        return Arbitraries.oneOf(
                Combinators.combine(staff(), tickets(), behind()).as(EscalationSteps.Confirm::new),
                Combinators.combine(staff(), staff(), tickets(), behind()).as(EscalationSteps.HandOver::new),
                Combinators.combine(staff(), tickets(), behind()).as(EscalationSteps.End::new),
                Combinators.combine(customers(), tickets()).as(EscalationSteps.Presume::new),
                Combinators.combine(customers(), tickets()).as(EscalationSteps.SayBack::new));
    }

    /** Tickets are resolved, and now and then closed. */
    static Arbitrary<Step> endings() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, tickets().map(EscalationSteps.Resolve::new)),
                Tuple.of(1, tickets().map(EscalationSteps.ConfirmSolved::new)),
                Tuple.of(2, Arbitraries.create(EscalationSteps.CloseSilent::new)),
                Tuple.of(1, Arbitraries.of(7, 8).map(days -> new TimeSteps.Pass(Duration.ofDays(days)))));
    }

    static Arbitrary<Step> advances() {
        return Arbitraries.create(EscalationSteps.Advance::new);
    }

    static Arbitrary<Step> watches() {
        return Arbitraries.create(EscalationSteps.LookForLate::new);
    }

    static Arbitrary<Step> duties() {
        return Combinators.combine(
                        staff(),
                        Arbitraries.of(Duration.ZERO, Duration.ofMinutes(4)),
                        Arbitraries.of(Duration.ofMinutes(7), Duration.ofHours(1), Duration.ofDays(2)))
                .as(EscalationSteps.BeOnDuty::new);
    }

    static Arbitrary<Step> changesOfPlan() {
        Arbitrary<EscalationPolicy.Step> steps = Combinators.combine(
                        Arbitraries.of(StaffRole.ENGINEER, StaffRole.TAM, StaffRole.DUTY_MANAGER),
                        Arbitraries.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20)))
                .as(EscalationPolicy.Step::new);
        return Combinators.combine(
                        steps.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(Optional.of(1), Optional.of(3), Optional.<Integer>empty()),
                        Arbitraries.of(Duration.ofMinutes(15), Duration.ofMinutes(30)),
                        Arbitraries.of(Duration.ZERO, Duration.ofMinutes(25)))
                .as((List<EscalationPolicy.Step> levels, Optional<Integer> rounds, Duration confirm, Duration reply) ->
                        new EscalationSteps.ChangePlan(
                                new SupportPlan(reply, new EscalationPolicy(levels, rounds, confirm))));
    }

    /** The edges of what the desk waits for. */
    static Arbitrary<Step> passesUntilStep() {
        return Combinators.combine(tickets(), Arbitraries.of(0, 0, -1, 1, 60_000))
                .as(EscalationSteps.PassUntilStep::new);
    }

    /** Where clocks are set, nobody can tell whether the hour for which Lark knows a page again is over: so none is sent again. */
    static Arbitrary<Step> pagersWhoAreAnswered() {
        return Arbitraries.create(() -> new EscalationSteps.WorkOnPages(Fate.ARRIVES));
    }

    static Arbitrary<Step> pagersAtWork() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.create(EscalationSteps.ClaimPages::new)),
                Tuple.of(2, Arbitraries.of(Fate.class).map(EscalationSteps.SendPage::new)),
                Tuple.of(2, Arbitraries.create(EscalationSteps.SettlePage::new)),
                Tuple.of(4, Arbitraries.of(Fate.class).map(EscalationSteps.WorkOnPages::new)),
                Tuple.of(1, Arbitraries.create(EscalationSteps.CrashPagers::new)));
    }

    static Arbitrary<Step> presses() {
        return Combinators.combine(customers(), tickets()).as(EscalationSteps.Press::new);
    }

    static Arbitrary<Step> replies() {
        return tickets().map(EscalationSteps.Reply::new);
    }

    static Arbitrary<Step> follows() {
        return Arbitraries.create(EscalationSteps.Follow::new);
    }

    /** Mostly members of Acme's ticket; also others, who must not. */
    private static Arbitrary<Who> customers() {
        return Arbitraries.frequency(
                Tuple.of(4, Who.ANN),
                Tuple.of(3, Who.BOB),
                Tuple.of(1, Who.GIL),
                Tuple.of(1, Who.DAN),
                Tuple.of(1, Who.TAM));
    }

    private static Arbitrary<Beeper> staff() {
        return Arbitraries.of(Beeper.class);
    }

    private static Arbitrary<Where> tickets() {
        return Arbitraries.frequency(Tuple.of(6, Where.ACME), Tuple.of(1, Where.GLOBEX));
    }

    private static Arbitrary<Integer> behind() {
        return Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1), Tuple.of(1, 2));
    }
}

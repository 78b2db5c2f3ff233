package io.larkdesk.testkit.law;

import io.larkdesk.core.ticket.Severity;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may happen to tickets. */
final class TicketArbitraries {

    private TicketArbitraries() {}

    static Arbitrary<Step> openings() {
        Arbitrary<Hand> openers = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Hand.ANN, Hand.BOB)), Tuple.of(1, Arbitraries.of(Hand.class)));
        return Combinators.combine(
                        openers,
                        Arbitraries.frequency(Tuple.of(5, Where.ACME), Tuple.of(1, Where.GLOBEX)),
                        Arbitraries.of(Severity.class))
                .as(TicketSteps.Open::new);
    }

    static Arbitrary<Step> openingsAgain() {
        return recent().map(TicketSteps.OpenAgain::new);
    }

    /** Mostly by those who have to do with tickets, who mostly see them as they are. */
    static Arbitrary<Step> changes() {
        Arbitrary<Hand> hands = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Hand.ANN, Hand.TAM)), Tuple.of(1, Arbitraries.of(Hand.class)));
        return Combinators.combine(
                        hands,
                        recent(),
                        Arbitraries.of(Wanted.class),
                        Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1)),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(Hand.class))
                .as(TicketSteps.Ask::new);
    }

    /** By which engineers have more or less to do. */
    static Arbitrary<Step> workDone() {
        return Combinators.combine(
                        recent(),
                        Arbitraries.of(Wanted.RESOLVE, Wanted.RESOLVE, Wanted.REASSIGN, Wanted.REOPEN),
                        Arbitraries.of(Hand.EVA, Hand.ELI, Hand.EMA))
                .as((back, wanted, to) -> new TicketSteps.Ask(Hand.TAM, back, wanted, 0, Severity.NORMAL, to));
    }

    static Arbitrary<Step> words() {
        Arbitrary<Hand> hands = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Hand.ANN, Hand.TAM)), Tuple.of(1, Arbitraries.of(Hand.class)));
        return Combinators.combine(hands, recent()).as(TicketSteps.Say::new);
    }

    static Arbitrary<Step> comings() {
        return Combinators.combine(Arbitraries.of(Hand.ANN, Hand.BOB, Hand.DAN), recent())
                .as(TicketSteps.Come::new);
    }

    static Arbitrary<Step> leavings() {
        return Combinators.combine(Arbitraries.of(Hand.ANN, Hand.BOB, Hand.GIL), recent())
                .as(TicketSteps.Leave::new);
    }

    /** By customers, who mostly see the ticket as it is. */
    static Arbitrary<Step> handings() {
        Arbitrary<Hand> customers = Arbitraries.of(Hand.ANN, Hand.BOB, Hand.DAN);
        return Combinators.combine(
                        customers, recent(), Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1)), customers)
                .as((hand, back, behind, to) ->
                        new TicketSteps.Ask(hand, back, Wanted.HAND_OVER, behind, Severity.NORMAL, to));
    }

    static Arbitrary<Step> duties() {
        return Combinators.combine(
                        Arbitraries.of(Hand.EVA, Hand.ELI, Hand.EMA),
                        Arbitraries.of(Duration.ZERO, Duration.ofMinutes(30)),
                        Arbitraries.of(Duration.ofHours(1), Duration.ofHours(12), Duration.ofDays(20)))
                .as(TicketSteps.BeOnDuty::new);
    }

    static Arbitrary<Step> closings() {
        return Arbitraries.create(TicketSteps.CloseSilent::new);
    }

    /** The edges of when tickets close by themselves, and of how long they can be opened again. */
    static Arbitrary<Step> passesUntilEdge() {
        return Combinators.combine(recent(), Arbitraries.of(-1, 0, 1)).as(TicketSteps.PassUntilEdge::new);
    }

    private static Arbitrary<Integer> recent() {
        return Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(2, 1), Tuple.of(1, 2));
    }
}

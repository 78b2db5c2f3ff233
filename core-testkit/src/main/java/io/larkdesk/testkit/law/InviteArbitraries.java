package io.larkdesk.testkit.law;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What people may do with links, and with each other. */
final class InviteArbitraries {

    private InviteArbitraries() {}

    static Arbitrary<Step> issues() {
        return Combinators.combine(people(), groups(), limits()).as(InviteSteps.Issue::new);
    }

    static Arbitrary<Step> revocations() {
        return Combinators.combine(people(), recent()).as(InviteSteps.Revoke::new);
    }

    /** Mostly Dan, who is in no group when a history begins. */
    static Arbitrary<Step> acceptances() {
        Arbitrary<Who> guests = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(Who.DAN)), Tuple.of(1, people()));
        return Combinators.combine(guests, recent()).as(InviteSteps.Accept::new);
    }

    static Arbitrary<Step> guesses() {
        return Combinators.combine(people(), recent()).as(InviteSteps.Guess::new);
    }

    static Arbitrary<Step> removals() {
        return Combinators.combine(people(), people(), groups()).as(InviteSteps.Remove::new);
    }

    /** The edge of what the links last. */
    static Arbitrary<Step> passesUntilEnd() {
        return Combinators.combine(recent(), Arbitraries.of(-1, 0, 1)).as(InviteSteps.PassUntilEnd::new);
    }

    private static Arbitrary<Who> people() {
        return Arbitraries.of(Who.class);
    }

    private static Arbitrary<Where> groups() {
        return Arbitraries.frequency(Tuple.of(3, Where.ACME), Tuple.of(1, Where.GLOBEX));
    }

    private static Arbitrary<Optional<Integer>> limits() {
        return Arbitraries.of(Optional.empty(), Optional.of(1), Optional.of(2));
    }

    private static Arbitrary<Integer> recent() {
        return Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(2, 1), Tuple.of(1, 2));
    }
}

package io.larkdesk.testkit.law;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What the nodes' workers may do. */
final class NodeArbitraries {

    private NodeArbitraries() {}

    static Arbitrary<Step> claims() {
        return Combinators.combine(nodes(), Arbitraries.of(10, 1)).as(NodeSteps.Claim::new);
    }

    static Arbitrary<Step> sends() {
        return Combinators.combine(nodes(), fates()).as(NodeSteps.Send::new);
    }

    static Arbitrary<Step> settlements() {
        return nodes().map(NodeSteps.Settle::new);
    }

    static Arbitrary<Step> works() {
        return Combinators.combine(nodes(), fates()).as(NodeSteps.Work::new);
    }

    static Arbitrary<Step> crashes() {
        return nodes().map(NodeSteps.Crash::new);
    }

    private static Arbitrary<Integer> nodes() {
        return Arbitraries.of(1, 2, 3);
    }

    /** Lark's word that the month is used up would end a history for everybody; so it comes by {@link #exhaustion}. */
    private static Arbitrary<Fate> fates() {
        return Arbitraries.of(
                Fate.ARRIVES, Fate.ARRIVES_UNSEEN, Fate.ARRIVES_LATE, Fate.IS_LOST, Fate.IS_DEFERRED, Fate.IS_REFUSED);
    }

    static Arbitrary<Step> exhaustion() {
        return nodes().map(node -> new NodeSteps.Work(node, Fate.EXCEEDS_QUOTA));
    }
}

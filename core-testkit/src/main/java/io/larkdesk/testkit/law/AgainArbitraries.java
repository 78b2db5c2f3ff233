package io.larkdesk.testkit.law;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What staff may have tried again. */
final class AgainArbitraries {

    private AgainArbitraries() {}

    /** Beside mentions that failed, and beside any: a page may show what is not so any more. */
    static Arbitrary<Step> presses() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(true, false))
                .as(AgainSteps.SendAgain::new);
    }
}

package io.larkdesk.testkit.law;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Histories of steps, each sort of which is as frequent as a law wants it. */
final class HistoryArbitraries {

    private final List<Tuple2<Integer, Arbitrary<Step>>> sorts = new ArrayList<>();

    /** Of nothing yet. */
    HistoryArbitraries() {}

    /** Also of such steps, {@code frequency} times as often as one that is added with 1. */
    HistoryArbitraries with(int frequency, Arbitrary<Step> steps) {
        sorts.add(Tuple.of(frequency, steps));
        return this;
    }

    /** Histories of one step up to {@code most}, all lengths equally frequent. */
    Arbitrary<History> upTo(int most) {
        return Arbitraries.frequencyOf(sorts)
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(History::new);
    }
}

package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Clock;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;

/** A law that does not find out a design that is known to be wrong proves nothing. */
final class FoundOut {

    private static final int HISTORIES = 10_000;

    /** The same histories each time: whether one of them finds it out is no matter of chance. */
    private static final long SEED = 42;

    private FoundOut() {}

    static void assertFoundOut(Arbitrary<History> histories, Consumer<History> law) {
        Stream<History> tried = histories.generator(HISTORIES, true).stream(new Random(SEED))
                .map(Shrinkable::value)
                .limit(HISTORIES);
        assertThat(tried.anyMatch(history -> breaks(law, history)))
                .as("a history that breaks the law")
                .isTrue();
    }

    private static boolean breaks(Consumer<History> law, History history) {
        try {
            law.accept(history);
            return false;
        } catch (AssertionError broken) {
            return true;
        }
    }

    static Stores desk(Clock clock, UnaryOperator<BrokenStores> breaking) {
        return breaking.apply(new BrokenStores(new InMemoryDesk(clock))).stores();
    }
}

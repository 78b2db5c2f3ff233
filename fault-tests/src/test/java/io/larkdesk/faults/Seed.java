package io.larkdesk.faults;

import java.util.Random;
import org.slf4j.LoggerFactory;

/** What a run chooses at random: {@code larkdesk.seed} repeats it. */
final class Seed {

    private static final long VALUE = Long.getLong("larkdesk.seed", System.nanoTime());

    private Seed() {}

    /** Choices of their own for {@code test}, whose log says how to repeat them. */
    static Random of(Class<?> test) {
        LoggerFactory.getLogger(test).info("larkdesk.seed={}", VALUE);
        return new Random(VALUE);
    }
}

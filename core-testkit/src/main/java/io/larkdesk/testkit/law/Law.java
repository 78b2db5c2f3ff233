package io.larkdesk.testkit.law;

import io.larkdesk.core.shared.Randomness;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import java.time.Clock;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * What all laws have in common: the stores that they are tried on, and how often. A law is a class of jqwik properties; an adapter's
 * author extends it, and needs {@code net.jqwik:jqwik} among the test engines.
 */
@AddLifecycleHook(LawTrial.class)
public abstract class Law {

    /** How many histories a property tries unless an adapter's author says otherwise. */
    protected static final int HISTORIES = 500;

    /** Made for subclasses. */
    protected Law() {}

    /**
     * The adapter's stores, with nothing in them. Asked for at the beginning of each history, from one thread.
     *
     * <p>If the database cannot be reached, throw: a law that was not tried must not look kept.
     *
     * @param clock what the stores' transactions must take for the database's; stores that read a real clock can be told another time
     *     by {@link io.larkdesk.testkit.TimedStores}
     */
    protected abstract Stores freshStores(Clock clock);

    /**
     * The same stores as one of several nodes uses them. A node's own clock must not matter; so it is not used here.
     *
     * @param shared what {@link #freshStores} gave
     * @param node the node's own clock, which is wrong as often as right
     */
    protected Stores storesOfNode(Stores shared, Clock node) {
        return shared;
    }

    /** How many histories each property tries, at effort 1. */
    protected int histories() {
        return HISTORIES;
    }

    /** A world at its beginning, over fresh stores. */
    final World world(Setting setting) {
        Clocks clocks = new Clocks(setting.nodes());
        return new World(setting, clocks, freshStores(clocks.database()), this::storesOfNode, randomness());
    }

    /** Where ids and codes come from: the same in each history. */
    Randomness randomness() {
        return new SeededRandomness(1);
    }
}

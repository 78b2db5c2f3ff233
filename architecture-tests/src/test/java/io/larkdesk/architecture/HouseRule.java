package io.larkdesk.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Function;

/**
 * A rule of the house.
 *
 * @param name what it says, as one word
 * @param about the classes it is run on
 * @param below makes the rule for a house
 */
record HouseRule(String name, About about, Function<Layout, ArchRule> below) {

    /** Which classes a rule is about. */
    enum About {
        /** What the modules are made of. */
        MAIN,
        /** Their tests, and the published test kit. */
        TESTS
    }

    static HouseRule ofMain(String name, Function<Layout, ArchRule> below) {
        return new HouseRule(name, About.MAIN, below);
    }

    static HouseRule ofTests(String name, Function<Layout, ArchRule> below) {
        return new HouseRule(name, About.TESTS, below);
    }

    /** The little house in which the rule is broken. */
    Layout fixture() {
        return new Layout(HouseRule.class.getPackageName() + ".fixture." + name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name;
    }
}

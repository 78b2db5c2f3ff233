package io.larkdesk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Arrays;

/**
 * The house below a root package. A fixture is a small house of its own, below another root, in which one rule is broken.
 *
 * @param root the package that holds {@code core}, {@code lark}, {@code app} and the others
 */
record Layout(String root) {

    /** The real one. */
    static final Layout HOUSE = new Layout("io.larkdesk");

    /** The classes of these places. */
    DescribedPredicate<JavaClass> in(Place... places) {
        return Arrays.stream(places)
                .map(place -> place.below(root))
                .reduce((one, other) -> one.or(other))
                .orElseThrow();
    }

    /** Any class of ours. */
    DescribedPredicate<JavaClass> ours() {
        return resideInAPackage(root + "..");
    }

    /** Classes of ours, by their names below the root. */
    DescribedPredicate<JavaClass> named(String... names) {
        return describe(String.join(", ", names), javaClass -> Arrays.stream(names)
                .anyMatch(name -> javaClass.getName().equals(root + "." + name)));
    }

    /** A use case, with what is nested in it: the core's classes that jakarta.inject makes. */
    DescribedPredicate<JavaClass> useCase() {
        return in(Place.CORE).and(describe("use cases", javaClass -> outermost(javaClass)
                .isAnnotatedWith("jakarta.inject.Singleton")));
    }

    /** An interface that the core or the port leaves for others to implement, with what is nested in it. */
    DescribedPredicate<JavaClass> port() {
        return in(Place.CORE, Place.PORT).and(describe("ports", javaClass -> isOpenInterface(outermost(javaClass))));
    }

    /** Aggregates, policies, values and events: whatever else the core has. */
    DescribedPredicate<JavaClass> value() {
        return in(Place.CORE)
                .and(DescribedPredicate.not(useCase()))
                .and(DescribedPredicate.not(port()))
                .as("aggregates, policies and values");
    }

    /** The top-level class that {@code javaClass} is nested in, or itself. */
    static JavaClass outermost(JavaClass javaClass) {
        return javaClass.getEnclosingClass().map(Layout::outermost).orElse(javaClass);
    }

    private static boolean isOpenInterface(JavaClass javaClass) {
        return javaClass.isInterface()
                && !javaClass.isSealed()
                && !javaClass.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
}

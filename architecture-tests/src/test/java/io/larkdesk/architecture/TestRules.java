package io.larkdesk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.larkdesk.architecture.HouseRule.ofTests;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How tests are made, here and in the published kit. */
final class TestRules {

    private static final List<String> RUN = List.of("Test", "Properties", "IT");

    /** What others inherit to run it on their own. */
    private static final List<String> KITS = List.of("Contract", "Law");

    private static final Set<String> SLEEPS = Set.of(
            "java.lang.Thread.sleep",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos",
            "java.util.concurrent.locks.LockSupport.parkUntil");

    private static final DescribedPredicate<JavaClass> SKIPS = resideInAPackage("org.junit.jupiter.api.condition..")
            .or(describe("", type -> type.getSimpleName().equals("Assumptions")))
            .or(describe("", type -> type.getSimpleName().equals("Disabled")))
            .as("skip tests");

    private TestRules() {}

    static Stream<HouseRule> all() {
        return Stream.of(
                ofTests("testsAreNamedByKind", TestRules::testsAreNamedByKind),
                ofTests("testsUseFakesNotMocks", TestRules::testsUseFakesNotMocks),
                ofTests("testsNeverSleep", TestRules::testsNeverSleep),
                ofTests("testsAreNeverSkipped", TestRules::testsAreNeverSkipped),
                ofTests("onlyTheAppWaits", TestRules::onlyTheAppWaits));
    }

    private static ArchRule testsAreNamedByKind(Layout house) {
        return classes()
                .that(house.ours())
                .and(describe("have tests", TestRules::hasTests))
                .should(ArchCondition.from(describe("be named by their kind", TestRules::isNamedByKind)))
                .because(Adr.MODULES_AND_LAYERS.says("what runs is chosen by name, so another name never runs"));
    }

    private static boolean hasTests(JavaClass javaClass) {
        return javaClass.getAllMethods().stream()
                .anyMatch(method -> method.isMetaAnnotatedWith("org.junit.platform.commons.annotation.Testable"));
    }

    private static boolean isNamedByKind(JavaClass javaClass) {
        JavaClass outermost = Layout.outermost(javaClass);
        String name = outermost.getSimpleName();
        List<String> kinds = outermost.getModifiers().contains(JavaModifier.ABSTRACT) ? KITS : RUN;
        return kinds.stream().anyMatch(name::endsWith);
    }

    private static ArchRule testsUseFakesNotMocks(Layout house) {
        return classes()
                .that(house.ours())
                .should()
                .onlyDependOnClassesThat(house.ours().or(Libraries.ofTests()))
                .because(Adr.ONE_ENGINE.says(
                        "what stands for PostgreSQL in a test passes the contract that PostgreSQL passes"));
    }

    private static ArchRule testsNeverSleep(Layout house) {
        return noClasses()
                .that(house.ours())
                .should()
                .accessTargetWhere(describe("is a sleep", TestRules::isSleep))
                .because(Adr.PERMIT_PROTOCOL.says("a window is tested by setting the clock, not by waiting for it"));
    }

    private static boolean isSleep(JavaAccess<?> access) {
        return SLEEPS.contains(access.getTargetOwner().getName() + "." + access.getName());
    }

    private static ArchRule testsAreNeverSkipped(Layout house) {
        return noClasses()
                .that(house.ours())
                .should()
                .dependOnClassesThat(SKIPS)
                .because(Adr.ONE_ENGINE.says("a test that cannot reach PostgreSQL fails, it does not pass by"));
    }

    private static ArchRule onlyTheAppWaits(Layout house) {
        return noClasses()
                .that(house.ours())
                .and(not(house.in(Place.APP, Place.FAULTS)))
                .should()
                .dependOnClassesThat(resideInAPackage("org.awaitility.."))
                .because(Adr.MODULES_AND_LAYERS.says("below the app nothing happens in its own time"));
    }
}

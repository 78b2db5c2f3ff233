package io.larkdesk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static io.larkdesk.architecture.HouseRule.ofMain;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.Timer;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** How the core is made. */
final class CoreRules {

    /** Ports that compute and keep nothing; a value may be handed one. */
    private static final String[] COMPUTING = {"core.shared.Randomness", "core.tenant.Secrets"};

    /** What OAuth hands through is text to us and stays so. */
    private static final String[] TAKES_TEXT = {"core.person.SignIn"};

    private static final DescribedPredicate<JavaClass> SURROUNDINGS = belongToAnyOf(
                    System.class, Runtime.class, Process.class, ProcessBuilder.class, Thread.class, ThreadLocal.class)
            .or(belongToAnyOf(Clock.class, SplittableRandom.class, Timer.class))
            .or(assignableTo(RandomGenerator.class))
            .or(resideInAPackage("java.util.concurrent.."))
            .as("clocks, randomness, threads and the process");

    private static final Set<String> ASKED_OF_SURROUNDINGS = Set.of(
            UUID.class.getName() + ".randomUUID",
            Math.class.getName() + ".random",
            ZoneId.class.getName() + ".systemDefault",
            TimeZone.class.getName() + ".getDefault",
            Locale.class.getName() + ".getDefault");

    private CoreRules() {}

    static Stream<HouseRule> all() {
        return Stream.of(
                ofMain("valuesKnowNoStore", CoreRules::valuesKnowNoStore),
                ofMain("coreIsToldTheTime", CoreRules::coreIsToldTheTime),
                ofMain("coreAsksNothingOfItsSurroundings", CoreRules::coreAsksNothingOfItsSurroundings),
                ofMain("coreFieldsAreFinal", CoreRules::coreFieldsAreFinal),
                ofMain("idsAreTyped", CoreRules::idsAreTyped),
                ofMain("textIsParsedAtTheEdge", CoreRules::textIsParsedAtTheEdge),
                ofMain("portsHaveNoDefaults", CoreRules::portsHaveNoDefaults));
    }

    private static ArchRule valuesKnowNoStore(Layout house) {
        return classes()
                .that(house.value())
                .should()
                .onlyDependOnClassesThat(not(house.in(Place.CORE))
                        .or(house.value())
                        .or(house.named(COMPUTING))
                        .as("are no use case and no store"))
                .because(Adr.MODULES_AND_LAYERS.says("aggregates and policies decide from the facts they are given"));
    }

    private static ArchRule coreIsToldTheTime(Layout house) {
        return noClasses()
                .that(house.in(Place.CORE))
                .should()
                .accessTargetWhere(describe(
                        "a type of java.time is asked for now",
                        access -> access.getName().equals("now")
                                && access.getTargetOwner().getPackageName().startsWith("java.time")))
                .because(Adr.PERMIT_PROTOCOL.says("the database's clock decides, and a transaction tells its instant"));
    }

    private static ArchRule coreAsksNothingOfItsSurroundings(Layout house) {
        return noClasses()
                .that(house.in(Place.CORE))
                .should()
                .dependOnClassesThat(SURROUNDINGS)
                .orShould()
                .accessTargetWhere(describe("the surroundings are asked", CoreRules::asksSurroundings))
                .because(Adr.PERMIT_PROTOCOL.says(
                        "a decision is repeatable: time and randomness come through interfaces"));
    }

    private static boolean asksSurroundings(JavaAccess<?> access) {
        return ASKED_OF_SURROUNDINGS.contains(access.getTargetOwner().getName() + "." + access.getName());
    }

    private static ArchRule coreFieldsAreFinal(Layout house) {
        return fields().that()
                .areDeclaredInClassesThat(house.in(Place.CORE))
                .should()
                .beFinal()
                .because(Adr.MODULES_AND_LAYERS.says("aggregates are immutable, and use cases keep nothing"));
    }

    private static ArchRule idsAreTyped(Layout house) {
        return noMethods()
                .that(describe("may be called from outside", CoreRules::isOffered))
                .and()
                .areDeclaredInClassesThat(house.useCase()
                        .or(house.port().and(house.in(Place.CORE)))
                        .and(not(house.named(COMPUTING))))
                .should(ArchCondition.from(
                        describe("have a UUID in their signature", method -> involves(method, UUID.class))))
                .because(Adr.PORTS_AND_LANGUAGES.says("each id is a type of its own, so none is taken for another"));
    }

    private static ArchRule textIsParsedAtTheEdge(Layout house) {
        return noMethods()
                .that(describe(
                        "take arguments",
                        method -> isOffered(method) && method.getOwner().isTopLevelClass()))
                .and()
                .areDeclaredInClassesThat(house.useCase()
                        .or(house.port().and(house.in(Place.CORE)))
                        .and(not(house.named(TAKES_TEXT))))
                .should(ArchCondition.from(describe("take a String", CoreRules::takesText)))
                .because(Adr.PORTS_AND_LANGUAGES.says("what comes from outside is parsed once, into a type"));
    }

    private static boolean isOffered(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean involves(JavaMethod method, Class<?> type) {
        return method.getAllInvolvedRawTypes().stream().anyMatch(involved -> involved.isEquivalentTo(type));
    }

    private static boolean takesText(JavaMethod method) {
        return method.getParameterTypes().stream()
                .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream())
                .anyMatch(involved -> involved.isEquivalentTo(String.class));
    }

    private static ArchRule portsHaveNoDefaults(Layout house) {
        return methods()
                .that(describe(
                        "are of an instance", method -> !method.getModifiers().contains(JavaModifier.STATIC)))
                .and()
                .areDeclaredInClassesThat(house.port().and(describe("interfaces", JavaClass::isInterface)))
                .should(ArchCondition.from(
                        describe("have no body", method -> method.getModifiers().contains(JavaModifier.ABSTRACT))))
                .because(Adr.PORTS_AND_LANGUAGES.says("a new method of a port breaks its adapters on purpose"));
    }
}

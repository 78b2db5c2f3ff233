package io.larkdesk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.larkdesk.architecture.HouseRule.ofMain;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Who may know whom. */
final class LayerRules {

    private static final String INSIDE = ".internal";

    private LayerRules() {}

    static Stream<HouseRule> all() {
        return Stream.of(
                ofMain("coreNeedsNobody", LayerRules::coreNeedsNobody),
                ofMain("portNeedsTheCoreOnly", LayerRules::portNeedsTheCoreOnly),
                ofMain("httpStaysAtItsPort", LayerRules::httpStaysAtItsPort),
                ofMain("jdbiStaysAtTheCore", LayerRules::jdbiStaysAtTheCore),
                ofMain("s3StaysAtTheCore", LayerRules::s3StaysAtTheCore),
                ofMain("testkitNeedsTheCoreOnly", LayerRules::testkitNeedsTheCoreOnly),
                ofMain("sandboxKnowsNobody", LayerRules::sandboxKnowsNobody),
                ofMain("onlyWiringChoosesAdapters", LayerRules::onlyWiringChoosesAdapters),
                ofMain("onlyWiringHasFactories", LayerRules::onlyWiringHasFactories),
                ofMain("packagesAreFreeOfCycles", LayerRules::packagesAreFreeOfCycles),
                ofMain("adaptersShowTheirEntryOnly", LayerRules::adaptersShowTheirEntryOnly),
                ofMain("internalsStayInside", LayerRules::internalsStayInside),
                HouseRule.ofTests("testsLeaveInternalsAlone", LayerRules::internalsStayInside));
    }

    private static ArchRule coreNeedsNobody(Layout house) {
        return classes()
                .that(house.in(Place.CORE))
                .should()
                .onlyDependOnClassesThat(house.in(Place.CORE).or(Libraries.ofCore()))
                .because(Adr.MODULES_AND_LAYERS.says(
                        "whoever embeds the core gets jakarta.inject with it and nothing else"));
    }

    private static ArchRule portNeedsTheCoreOnly(Layout house) {
        return classes()
                .that(house.in(Place.PORT))
                .should()
                .onlyDependOnClassesThat(house.in(Place.PORT, Place.CORE).or(Libraries.ofPort()))
                .because(Adr.PORTS_AND_LANGUAGES.says("the port says what is asked of Lark, without HTTP or JSON"));
    }

    private static ArchRule httpStaysAtItsPort(Layout house) {
        return classes()
                .that(house.in(Place.HTTP))
                .should()
                .onlyDependOnClassesThat(house.in(Place.HTTP, Place.PORT, Place.CORE)
                        .or(Libraries.javaAnd(
                                "javax.net.ssl", "okhttp3..", "okio..", "kotlin..", "com.fasterxml.jackson..")))
                .because(Adr.PORTS_AND_LANGUAGES.says("an adapter translates for its port and knows no other adapter"));
    }

    private static ArchRule jdbiStaysAtTheCore(Layout house) {
        return classes()
                .that(house.in(Place.JDBI))
                .should()
                .onlyDependOnClassesThat(house.in(Place.JDBI, Place.CORE)
                        .or(Libraries.javaAnd(
                                "javax.sql",
                                "org.jdbi.v3.core..",
                                "org.postgresql..",
                                "com.zaxxer.hikari..",
                                "org.flywaydb.core..")))
                .because(Adr.ONE_ENGINE.says("the stores are PostgreSQL's, and an adapter knows no other adapter"));
    }

    private static ArchRule s3StaysAtTheCore(Layout house) {
        return classes()
                .that(house.in(Place.S3))
                .should()
                .onlyDependOnClassesThat(house.in(Place.S3, Place.CORE)
                        .or(Libraries.javaAnd("io.minio..", "okhttp3..", "okio..", "kotlin..")))
                .because(Adr.FILES_IN_OBJECT_STORES.says("a store of bytes knows nothing of whose they are"));
    }

    private static ArchRule testkitNeedsTheCoreOnly(Layout house) {
        return classes()
                .that(house.in(Place.TESTKIT))
                .should()
                .onlyDependOnClassesThat(house.in(Place.TESTKIT, Place.CORE)
                        .or(Libraries.javaAnd(
                                "org.junit.jupiter..", "org.opentest4j..", "org.assertj.core..", "net.jqwik.api..")))
                .because(Adr.MODULES_AND_LAYERS.says(
                        "the kit is for those who have the core and an adapter of their own"));
    }

    private static ArchRule sandboxKnowsNobody(Layout house) {
        return classes()
                .that(house.in(Place.SANDBOX))
                .should()
                .onlyDependOnClassesThat(house.in(Place.SANDBOX)
                        .or(Libraries.javaAnd("com.sun.net.httpserver", "com.fasterxml.jackson..")))
                .because(Adr.MODULES_AND_LAYERS.says("what stands for Lark must not share our opinion of Lark"));
    }

    private static ArchRule onlyWiringChoosesAdapters(Layout house) {
        return classes()
                .that(house.in(Place.HTTP, Place.JDBI, Place.S3))
                .should()
                .onlyHaveDependentClassesThat(
                        house.in(Place.HTTP, Place.JDBI, Place.S3, Place.APP_WIRING, Place.APP_MAIN, Place.BENCHMARKS))
                .because(Adr.MODULES_AND_LAYERS.says("implementations are chosen in one place"));
    }

    private static ArchRule onlyWiringHasFactories(Layout house) {
        return classes()
                .that()
                .areAnnotatedWith("io.micronaut.context.annotation.Factory")
                .should(ArchCondition.from(house.in(Place.APP_WIRING)))
                .because(Adr.MODULES_AND_LAYERS.says("implementations are chosen in one place"));
    }

    private static ArchRule packagesAreFreeOfCycles(Layout house) {
        return slices().matching(house.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .because(Adr.MODULES_AND_LAYERS.says("packages that need each other are one concept in two places"));
    }

    private static ArchRule adaptersShowTheirEntryOnly(Layout house) {
        return classes()
                .that(house.in(Place.HTTP, Place.JDBI, Place.S3, Place.SANDBOX)
                        .and(not(house.in(Place.SANDBOX_INSIDE))))
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .and()
                .areNotAssignableTo(RuntimeException.class)
                .should(ArchCondition.from(house.named(
                        "lark.http.HttpLark",
                        "persistence.jdbi.JdbiPersistence",
                        "persistence.jdbi.GroupSignals",
                        "persistence.jdbi.SignalsHeard",
                        "storage.s3.S3ObjectStore",
                        "sandbox.LarkSandbox",
                        "sandbox.Main")))
                .because(
                        Adr.MODULES_AND_LAYERS.says("a module is entered by one door, and the rest is free to change"));
    }

    private static ArchRule internalsStayInside(Layout house) {
        return classes()
                .that(house.ours())
                .should(new LeaveInternalsOfOthersAlone(house))
                .because(Adr.MODULES_AND_LAYERS.says("internal is public for Java's sake only"));
    }

    private static final class LeaveInternalsOfOthersAlone extends ArchCondition<JavaClass> {

        private final DescribedPredicate<JavaClass> ours;

        LeaveInternalsOfOthersAlone(Layout house) {
            super("leave the internals of other modules alone");
            this.ours = house.ours();
        }

        @Override
        public void check(JavaClass origin, ConditionEvents events) {
            origin.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> ours.test(dependency.getTargetClass()))
                    .filter(dependency -> !isOwner(origin, dependency.getTargetClass()))
                    .forEach(dependency -> events.add(violated(origin, dependency)));
        }

        private static boolean isOwner(JavaClass origin, JavaClass target) {
            String name = target.getPackageName() + ".";
            int inside = name.indexOf(INSIDE + ".");
            return inside < 0 || (origin.getPackageName() + ".").startsWith(name.substring(0, inside) + ".");
        }

        private static ConditionEvent violated(JavaClass origin, Dependency dependency) {
            return SimpleConditionEvent.violated(origin, dependency.getDescription());
        }
    }
}

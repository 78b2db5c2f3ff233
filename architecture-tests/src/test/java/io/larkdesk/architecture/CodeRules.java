package io.larkdesk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.GeneralCodingRules.OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED;
import static io.larkdesk.architecture.HouseRule.ofMain;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** What no class does, wherever it is. */
final class CodeRules {

    private CodeRules() {}

    static Stream<HouseRule> all() {
        return Stream.of(
                ofMain("packagesAreNullMarked", CodeRules::packagesAreNullMarked),
                ofMain("datesAreOfJavaTime", CodeRules::datesAreOfJavaTime),
                ofMain("onlyProgramsUseTheConsole", CodeRules::onlyProgramsUseTheConsole),
                ofMain("exceptionsHaveNames", CodeRules::exceptionsHaveNames),
                ofMain("logsAreNotJavaUtil", CodeRules::logsAreNotJavaUtil),
                ofMain("injectionIsByConstructor", CodeRules::injectionIsByConstructor));
    }

    private static ArchRule packagesAreNullMarked(Layout house) {
        return classes()
                .that(house.ours())
                .should(ArchCondition.from(describe("be in a package that is NullMarked", CodeRules::isNullMarked)))
                .because(Adr.MODULES_AND_LAYERS.says("a package says what it is for, and that null is not expected"));
    }

    private static boolean isNullMarked(JavaClass javaClass) {
        return javaClass.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
    }

    private static ArchRule datesAreOfJavaTime(Layout house) {
        return OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED.because(
                Adr.PERMIT_PROTOCOL.says("windows are reckoned in instants and durations"));
    }

    private static ArchRule onlyProgramsUseTheConsole(Layout house) {
        return noClasses()
                .that(house.ours())
                .and(describe("are no programs", javaClass -> !isProgram(Layout.outermost(javaClass))))
                .should(ACCESS_STANDARD_STREAMS)
                .because(Adr.MODULES_AND_LAYERS.says("an embedded library leaves its host's console alone"));
    }

    private static boolean isProgram(JavaClass javaClass) {
        return javaClass.tryGetMethod("main", String[].class).isPresent();
    }

    private static ArchRule exceptionsHaveNames(Layout house) {
        return NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because(
                Adr.PORTS_AND_LANGUAGES.says("callers tell failures apart by their type"));
    }

    private static ArchRule logsAreNotJavaUtil(Layout house) {
        return NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because(
                Adr.MODULES_AND_LAYERS.says("libraries log through System.Logger, and the host decides"));
    }

    private static ArchRule injectionIsByConstructor(Layout house) {
        return noFields()
                .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
                .orShould()
                .beAnnotatedWith("io.micronaut.context.annotation.Value")
                .orShould()
                .beAnnotatedWith("io.micronaut.context.annotation.Property")
                .because(Adr.MODULES_AND_LAYERS.says(
                        "what a class needs is in its constructor, with or without a container"));
    }
}

package io.larkdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules run on something: the modules are there, and so is every package that a rule names. */
class ModulesTest {

    @ParameterizedTest
    @EnumSource
    void everyModuleHasItsClasses(Module module) {
        assertThat(HouseClasses.of(module)).hasSizeGreaterThanOrEqualTo(module.classesAtLeast());
    }

    @ParameterizedTest
    @EnumSource
    void everyModuleKeepsToItsOwnPackages(Module module) {
        DescribedPredicate<JavaClass> elsewhere = DescribedPredicate.not(Layout.HOUSE.in(module.place()));
        assertThat(HouseClasses.of(module).that(elsewhere)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPlaceThatRulesNameIsThere(Place place) {
        JavaClasses all = HouseClasses.of(place == Place.ARCHITECTURE ? HouseRule.About.TESTS : HouseRule.About.MAIN);
        assertThat(all.that(Layout.HOUSE.in(place)))
                .anyMatch(javaClass -> !javaClass.getSimpleName().equals("package-info"));
    }
}

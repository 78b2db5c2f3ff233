package io.larkdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps every rule, and each rule can be broken. */
class HouseRulesTest {

    static Stream<HouseRule> rules() {
        return Stream.of(LayerRules.all(), CoreRules.all(), CodeRules.all(), TestRules.all())
                .flatMap(rules -> rules);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHolds(HouseRule rule) {
        rule.below().apply(Layout.HOUSE).check(HouseClasses.of(rule.about()));
    }

    /** In a fixture, what is called Wrong breaks the rule, and what is called Right comes near it and does not. */
    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleFailsOnItsFixture(HouseRule rule) {
        JavaClasses fixture = HouseClasses.of(rule.fixture());
        List<String> wrong = named(fixture, "Wrong");
        List<String> right = named(fixture, "Right");
        String report = rule.below()
                .apply(rule.fixture())
                .evaluate(fixture)
                .getFailureReport()
                .toString();
        assertThat(wrong).isNotEmpty();
        assertThat(report).contains(wrong);
        assertThat(right).isNotEmpty().noneMatch(report::contains);
    }

    @Test
    void noTwoRulesHaveOneName() {
        assertThat(rules().map(HouseRule::fixture)).doesNotHaveDuplicates();
    }

    private static List<String> named(JavaClasses fixture, String beginning) {
        return fixture.stream()
                .filter(javaClass -> javaClass.getSimpleName().startsWith(beginning))
                .map(JavaClass::getName)
                .toList();
    }
}

package io.larkdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps every rule, and each rule can be broken. */
class HouseRulesTest {

    /** A file is read in one sitting: what has grown longer is two things. */
    private static final int MOST_LINES = 400;

    /** Lists of texts and settings are looked up, not read. */
    private static final List<String> READ = List.of(".java", ".js", ".css", ".jte", ".sql", ".sh");

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

    @Test
    void noFileIsTooLongToBeRead() throws IOException {
        assertThat(Repository.filesBelow(Repository.ROOT, ".java")).hasSizeGreaterThan(1_000);
        assertThat(tooLong(Repository.ROOT)).isEmpty();
    }

    @Test
    void aFileWithALineMoreIsFoundAndNoneThatABuildMade(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("Right.java"), Collections.nCopies(MOST_LINES, "//"));
        Path wrong = Files.write(folder.resolve("Wrong.java"), Collections.nCopies(MOST_LINES + 1, "//"));
        Path script = Files.write(folder.resolve("wrong.js"), Collections.nCopies(MOST_LINES + 1, "//"));
        Path made = Files.createDirectory(folder.resolve("target")).resolve("Made.java");
        Files.write(made, Collections.nCopies(MOST_LINES + 1, "//"));

        assertThat(tooLong(folder)).containsExactly(wrong, script);
    }

    private static List<Path> tooLong(Path folder) throws IOException {
        List<Path> tooLong = new ArrayList<>();
        for (String ending : READ) {
            for (Path file : Repository.filesBelow(folder, ending)) {
                if (Files.readAllLines(file).size() > MOST_LINES) {
                    tooLong.add(file);
                }
            }
        }
        return tooLong;
    }

    private static List<String> named(JavaClasses fixture, String beginning) {
        return fixture.stream()
                .filter(javaClass -> javaClass.getSimpleName().startsWith(beginning))
                .map(JavaClass::getName)
                .toList();
    }
}

package io.larkdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that say by which tests something is proven name tests that there are. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:IT|Test|Law|Contract|Properties))\\b");
    private static final int DEEPEST = 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/security.md",
                "docs/reliability.md",
                "docs/operations.md",
                "docs/laws.md",
                "docs/mutation.md",
                "COMPATIBILITY.md",
                "fault-tests/README.md",
                "ARCHITECTURE.md",
                "CONTRIBUTING.md"
            })
    void namesTestsThatThereAre(String document) throws IOException {
        Set<String> named = TEST.matcher(Files.readString(ROOT.resolve(document)))
                .results()
                .map((MatchResult test) -> test.group(1) + ".java")
                .collect(Collectors.toSet());

        assertThat(sources()).containsAll(named);
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                DEEPEST,
                (file, is) -> is.isRegularFile() && file.toString().endsWith(".java"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}

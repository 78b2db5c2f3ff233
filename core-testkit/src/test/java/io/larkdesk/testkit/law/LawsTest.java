package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the laws say of themselves: to a program that fails, to whoever reads their Javadoc, and in docs/laws.md. */
final class LawsTest {

    private static final Path SOURCES = Path.of("src/main/java/io/larkdesk/testkit/law");
    private static final Path DOCUMENT = Path.of("../docs/laws.md");

    static Stream<String> laws() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.endsWith("Law") && !name.equals("Law"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void theJavadocBeginsWithTheLaw(String law) throws IOException {
        String source = Files.readString(SOURCES.resolve(law + ".java"));
        String javadoc = source.substring(source.indexOf("/**") + 3, source.indexOf("@Says"))
                .replaceAll("\\n ?\\*/?", " ")
                .replaceAll("\\s+", " ");
        assertThat(javadoc.strip()).startsWith(said(law));
    }

    @Test
    void theDocumentListsEachLawWithItsClass() throws IOException {
        List<String> rows;
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            rows = lines.filter(line -> line.contains("Law`]")).toList();
        }
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(laws().map(LawsTest::row).toList());
    }

    private static String row(String law) {
        return "| " + said(law) + " | [`" + law + "`](../core-testkit/" + SOURCES + "/" + law + ".java) |";
    }

    private static String said(String law) {
        try {
            return Class.forName("io.larkdesk.testkit.law." + law)
                    .getAnnotation(Says.class)
                    .value();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

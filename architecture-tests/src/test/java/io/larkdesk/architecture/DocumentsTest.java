package io.larkdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that say by which tests something is proven name tests that there are, and links lead to what there is. */
class DocumentsTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:IT|Test|Law|Contract|Properties))\\b");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:)([^()\\s#]*)(?:#([^()\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/security.md",
                "docs/reliability.md",
                "docs/operations.md",
                "docs/laws.md",
                "docs/mutation.md",
                "docs/extending.md",
                "docs/scaling.md",
                "docs/performance.md",
                "docs/observability.md",
                "deploy/README.md",
                "README.md",
                "COMPATIBILITY.md",
                "fault-tests/README.md",
                "ARCHITECTURE.md",
                "CONTRIBUTING.md"
            })
    void namesTestsThatThereAre(String document) throws IOException {
        Set<String> named = TEST.matcher(Files.readString(Repository.ROOT.resolve(document)))
                .results()
                .map((MatchResult test) -> test.group(1) + ".java")
                .collect(Collectors.toSet());

        assertThat(sources()).containsAll(named);
    }

    static List<Path> documents() throws IOException {
        return Repository.filesBelow(Repository.ROOT, ".md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToWhatThereIs(Path document) throws IOException {
        assertThat(brokenLinks(document)).isEmpty();
    }

    @Test
    void aLinkThatLeadsNowhereIsFound(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("inner"));
        Path document = folder.resolve("document.md");
        Files.writeString(document, """
                # What `all` of it is: a Heading
                [a](inner), [b](document.md#what-all-of-it-is-a-heading), [c](https://example.com/gone), [d](gone.md),
                [e](inner#gone), [f](#gone)
                ```
                [g](gone/in/code)
                ```
                """);

        assertThat(brokenLinks(document)).containsExactly("gone.md", "inner#gone", "#gone");
    }

    private static List<String> brokenLinks(Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        for (MatchResult link : LINK.matcher(textOf(document)).results().toList()) {
            Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
            String heading = link.group(2);
            if (!Files.exists(target) || (heading != null && !headings(target).contains(heading))) {
                broken.add(link.group(1) + (heading == null ? "" : "#" + heading));
            }
        }
        return broken;
    }

    /** As the names under which a page is jumped into. */
    private static Set<String> headings(Path document) throws IOException {
        if (!document.toString().endsWith(".md")) {
            return Set.of();
        }
        return HEADING.matcher(textOf(document))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String textOf(Path document) throws IOException {
        return CODE.matcher(Files.readString(document)).replaceAll("");
    }

    private static Set<String> sources() throws IOException {
        return Repository.filesBelow(Repository.ROOT, ".java").stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
    }
}

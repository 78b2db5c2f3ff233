package io.larkdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What others compile against changes only together with the list that is kept of it. {@code -Dlarkdesk.api=write} writes the list anew:
 *
 * <pre>
 * mvn verify -Dtest=PublishedApiIT -Dsurefire.failIfNoSpecifiedTests=false -Dlarkdesk.api=write
 * </pre>
 */
class PublishedApiIT {

    private static final boolean WRITE = "write".equals(System.getProperty("larkdesk.api"));

    @ParameterizedTest
    @ValueSource(strings = {"core-domain", "port-lark", "core-testkit"})
    void isWhatTheListSays(String module) throws IOException {
        Path list = Path.of("..", module, "api.txt");
        List<String> now = Signatures.of(Packaged.jar(module));
        if (WRITE) {
            Files.write(list, now);
        }
        List<String> promised = Files.readAllLines(list);

        assertThat(without(promised, now))
                .as(
                        "gone from %s: breaks who uses it, so it needs a line in CHANGELOG.md, see COMPATIBILITY.md",
                        module)
                .isEmpty();
        assertThat(without(now, promised))
                .as("new in %s: needs a line in %s/api.txt, which -Dlarkdesk.api=write writes", module, module)
                .isEmpty();
        assertThat(now).as("the order of the list").isEqualTo(promised);
    }

    /** Members belong to their type, so each is told with it. */
    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = told(lines);
        rest.removeAll(told(others));
        return rest;
    }

    private static List<String> told(List<String> lines) {
        List<String> told = new ArrayList<>();
        String type = "";
        for (String line : lines) {
            if (!line.startsWith(" ")) {
                type = line.replaceAll(" (extends|implements|permits) .*", "");
                told.add(line);
            } else {
                told.add(type + ":" + line);
            }
        }
        return told;
    }
}

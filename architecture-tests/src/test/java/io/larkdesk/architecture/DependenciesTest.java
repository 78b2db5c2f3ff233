package io.larkdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Whatever a pom names is explained in CONTRIBUTING.md, and nothing else is. */
class DependenciesTest {

    private static final Path CONTRIBUTING = Repository.ROOT.resolve("CONTRIBUTING.md");
    private static final String OURS = "io.larkdesk:";

    /** What is managed is not used by that; nor is what a plugin's own configuration calls a dependency. */
    private static final String DIRECT =
            "/project/dependencies/dependency | /project/profiles/profile/dependencies/dependency"
                    + " | //plugin/dependencies/dependency | //annotationProcessorPaths/path";

    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
    private static final Pattern NAME = Pattern.compile("`([\\w.-]+:[\\w.-]+)`");

    @Test
    void eachHasARowAndEachRowOne() throws IOException {
        Set<String> direct = new TreeSet<>();
        for (Path pom : Repository.filesBelow(Repository.ROOT, "pom.xml")) {
            direct.addAll(named(pom));
        }

        assertThat(direct).hasSizeGreaterThan(50);
        assertThat(explained(Files.readString(CONTRIBUTING))).containsExactlyInAnyOrderElementsOf(direct);
    }

    @Test
    void allWaysToNameOneAreSeen(@TempDir Path folder) throws IOException {
        Path pom = Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <dependencyManagement><dependencies>
                    <dependency><groupId>org.managed</groupId><artifactId>only</artifactId></dependency>
                  </dependencies></dependencyManagement>
                  <dependencies>
                    <dependency><groupId>io.larkdesk</groupId><artifactId>core-domain</artifactId></dependency>
                    <dependency><groupId>org.plain</groupId><artifactId>plain</artifactId></dependency>
                  </dependencies>
                  <build><plugins><plugin>
                    <dependencies>
                      <dependency><groupId>org.plugin</groupId><artifactId>its-own</artifactId></dependency>
                    </dependencies>
                    <configuration><annotationProcessorPaths>
                      <path><groupId>org.processor</groupId><artifactId>processor</artifactId></path>
                    </annotationProcessorPaths></configuration>
                  </plugin></plugins></build>
                  <profiles><profile><dependencies>
                    <dependency><groupId>org.profile</groupId><artifactId>sometimes</artifactId></dependency>
                  </dependencies></profile></profiles>
                </project>
                """);

        assertThat(named(pom))
                .containsExactlyInAnyOrder(
                        "org.plain:plain", "org.plugin:its-own", "org.processor:processor", "org.profile:sometimes");
        assertThat(explained("| `a:b`, `c:d` | as `e:f` does |\n| `g` | h |")).containsExactlyInAnyOrder("a:b", "c:d");
    }

    private static Set<String> explained(String document) {
        return FIRST_CELL
                .matcher(document)
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map((MatchResult name) -> name.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(Path pom) throws IOException {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
            XPath xpath = XPathFactory.newInstance().newXPath();
            NodeList found = (NodeList) xpath.evaluate(DIRECT, document, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> name(xpath, found.item(i)))
                    .filter(name -> !name.startsWith(OURS))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (SAXException | ParserConfigurationException | XPathExpressionException e) {
            throw new IOException(pom + " cannot be read", e);
        }
    }

    private static String name(XPath xpath, Node dependency) {
        try {
            return xpath.evaluate("concat(groupId, ':', artifactId)", dependency);
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(e);
        }
    }
}

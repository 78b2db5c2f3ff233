package io.larkdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What is published has the names and versions by which others require it. */
class PublishedModulesIT {

    private static final Map<String, String> MODULES = Map.of(
            "core-domain", "io.larkdesk.core",
            "core-testkit", "io.larkdesk.testkit",
            "port-lark", "io.larkdesk.lark",
            "adapter-lark-http", "io.larkdesk.lark.http",
            "adapter-persistence-jdbi", "io.larkdesk.persistence.jdbi",
            "adapter-storage-s3", "io.larkdesk.storage.s3",
            "lark-sandbox", "io.larkdesk.sandbox");

    @Test
    void everyJarIsAModuleOfAFixedName() {
        MODULES.forEach((artifact, module) -> assertThat(
                        ModuleFinder.of(Packaged.jar(artifact)).findAll())
                .extracting(found -> found.descriptor().name())
                .containsExactly(module));
    }

    @Test
    void theBomListsEveryPublishedModule() throws Exception {
        assertThat(texts(read("bom"), "artifactId")).containsAll(MODULES.keySet());
    }

    @Test
    void theBomHasTheVersionOfTheModules() throws Exception {
        assertThat(texts(read("bom"), "version").get(0))
                .isEqualTo(texts(read("core-domain"), "version").get(0));
    }

    @Test
    void theReleaseBuildsThemAll() throws Exception {
        assertThat(Files.readString(Path.of("..", "bin", "release")).lines())
                .filteredOn(line -> line.startsWith("modules="))
                .singleElement()
                .satisfies(line -> assertThat(
                                line.substring("modules=".length()).split(","))
                        .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("bom"), MODULES.keySet().stream())
                                .toList()));
    }

    @Test
    void theExamplesUseTheVersionOfTheModules() throws Exception {
        String version = texts(read("core-domain"), "version").get(0);
        try (Stream<Path> examples = Files.list(Path.of("..", "docs", "examples"))) {
            assertThat(examples.map(folder -> "docs/examples/" + folder.getFileName()))
                    .isNotEmpty()
                    .allSatisfy(example ->
                            assertThat(texts(read(example), "larkdesk.version")).containsExactly(version));
        }
    }

    private static Document read(String module) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("..", module, "pom.xml").toFile());
    }

    private static List<String> texts(Document pom, String element) {
        NodeList found = pom.getDocumentElement().getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}

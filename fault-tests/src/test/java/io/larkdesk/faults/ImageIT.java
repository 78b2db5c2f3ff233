package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code bin/image} makes holds all that a node takes, but for Java. */
class ImageIT {

    private static final Logger LOG = LoggerFactory.getLogger(ImageIT.class);

    private static final Path PARTS = Path.of("../app-micronaut/target/larkdesk.cyclonedx.json");

    @TempDir
    private static Path folder;

    private static Image image;

    @BeforeAll
    static void unpack() throws IOException {
        image = Image.unpack(folder);
        LOG.info("{} layers, {} MB", image.layers(), image.size() / 1_000_000);
    }

    @Test
    void aNodeStartsFromItAndServes() throws IOException {
        try (Deployment desk = Deployment.prepare(new Scene(2), 1, Map.of())) {
            desk.node(0).start(image);
            desk.node(0).awaitUp();

            Colleague.signIn("ou_001", desk.urls()).openTicket("Nothing works");

            assertThat(desk.database().count("ticket")).isEqualTo(1);
            assertThat(desk.node(0).program().stop()).isEqualTo(143);
            assertThat(desk.node(0).errors()).isEmpty();
        }
    }

    /** Whoever runs it can look up what is in it. */
    @Test
    void eachLibraryInItIsInTheListOfParts() throws IOException {
        Set<String> listed = new HashSet<>();
        for (JsonNode part : Web.json(Files.readString(PARTS)).get("components")) {
            listed.add(part.get("name").asText() + "-" + part.get("version").asText());
        }

        List<String> libraries;
        try (Stream<Path> files = Files.list(image.root().resolve("app/libs"))) {
            libraries = files.map(file -> file.getFileName().toString()).toList();
        }
        assertThat(libraries).hasSizeGreaterThan(50).allSatisfy(jar -> assertThat(listed)
                .anyMatch(part -> jar.startsWith(part)));
    }

    @Test
    void aContainerIsNobodyAndKeepsWhatItWritesInAVolume() {
        assertThat(image.config().get("User").asText()).isEqualTo("10001:10001");
        assertThat(image.config().get("ExposedPorts").fieldNames()).toIterable().containsExactly("8080/tcp");
        assertThat(image.config().get("Volumes").fieldNames()).toIterable().containsExactly("/var/lib/larkdesk");
        assertThat(image.config().get("Env").toString()).contains("LARKDESK_DATA=/var/lib/larkdesk");
    }
}

package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script by which operators start the service: from its first stop on Java has the program's classes from an archive. */
@Tag("timed")
class LauncherIT {

    private static final String MAIN = "io.larkdesk.app.Larkdesk source: ";
    private static final String OF_JAR = MAIN + "file:";
    private static final String OF_ARCHIVE = MAIN + "shared objects file (top)";

    @TempDir
    private Path folder;

    @Test
    void classesComeFromAnArchiveUntilTheJarIsReplaced() throws IOException {
        Path archive = folder.resolve("not there yet").resolve("classes.jsa");
        try (Deployment desk = Deployment.prepare(new Scene(2), 1, Map.of())) {
            Node node = desk.node(0);

            assertThat(classesOfOneRun(node, archive)).contains(OF_JAR);
            assertThat(archive).isNotEmptyFile();
            assertThat(classesOfOneRun(node, archive)).contains(OF_ARCHIVE);

            Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));
            assertThat(classesOfOneRun(node, archive)).contains(OF_JAR);
            assertThat(Files.getLastModifiedTime(archive)).isGreaterThan(FileTime.from(Instant.EPOCH));
            assertThat(node.program().lines()).anyMatch(line -> line.contains("-XX:+ExitOnOutOfMemoryError"));
            assertThat(node.errors()).isEmpty();
        }
    }

    /** Starts the service, stops it, and tells where its main class came from. */
    private static String classesOfOneRun(Node node, Path archive) {
        node.launch(Map.of(
                "LARKDESK_ARCHIVE",
                archive.toString(),
                "JAVA_OPTS",
                "-Xmx256m -Xlog:class+load -XX:+PrintCommandLineFlags"));
        node.awaitUp();
        node.program().stop();
        return node.program().lines().stream()
                .filter(line -> line.contains(MAIN))
                .findFirst()
                .orElseThrow();
    }
}

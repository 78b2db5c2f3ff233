package io.larkdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged core, tried as a stranger would embed it: its jar and jakarta.inject's, and nothing else. */
class PackagedCoreIT {

    private static final Path CORE = Packaged.jar("core-domain");
    private static final Path INJECT = Packaged.jar("jakarta.inject-api");

    @TempDir
    private Path classes;

    @Test
    void anEmbeddingProgramCompilesWithoutAWarningAndRuns() throws Exception {
        compile(source("HelpLine.java"));
        assertThat(run("HelpLine"))
                .containsExactly(
                        "2026-03-02T09:00:00Z nothing before 2026-03-02T09:00:05Z",
                        "2026-03-02T09:00:05Z ring for 1",
                        "2026-03-02T09:01:00Z nothing before 2026-03-02T09:10:05Z",
                        "2026-03-02T09:10:05Z 3 needs no bell: READ_IN_TIME",
                        "2026-03-02T09:10:05Z ring for 2",
                        "2026-03-02T09:20:05Z no call left");
    }

    @Test
    void theJarHoldsTheCoreAndNothingElse() throws IOException {
        try (JarFile jar = new JarFile(CORE.toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
                    .anyMatch(name -> name.endsWith(".class"))
                    .allMatch(name -> name.startsWith("io/larkdesk/core/") || name.startsWith("META-INF/"));
        }
    }

    private static Path source(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(PackagedCoreIT.class.getResource("/stranger/" + name), name)
                .toURI());
    }

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-Xlint:all",
                    "-Werror",
                    "-cp",
                    path(CORE, INJECT),
                    "-d",
                    classes.toString());
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    private List<String> run(String program) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", path(classes, CORE, INJECT), program)
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            List<String> lines = new String(output.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String path(Path... entries) {
        return String.join(
                File.pathSeparator,
                List.of(entries).stream().map(Path::toString).toList());
    }
}

package io.larkdesk.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoreBeansIT {

    private static final Path CORE = Path.of("../core-domain/target/classes");

    /** A package that the import does not name is left out in silence. */
    @Test
    void everyUseCaseOfTheCoreIsABean() throws IOException {
        try (RunningDesk desk = RunningDesk.start(Map.of())) {
            List<Class<?>> useCases = useCases();

            assertThat(useCases).hasSizeGreaterThan(20);
            assertThat(useCases)
                    .allSatisfy(useCase -> assertThat(desk.node().bean(useCase)).isNotNull());
        }
    }

    private static List<Class<?>> useCases() throws IOException {
        try (Stream<Path> files = Files.walk(CORE)) {
            return files.map(CORE::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .<Class<?>>map(CoreBeansIT::load)
                    .filter(type -> type.isAnnotationPresent(Singleton.class))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.larkdesk.app.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The files in {@code deploy}. */
public final class DeployFile {

    /** Where they are. */
    public static final Path FOLDER = Path.of("../deploy");

    private DeployFile() {}

    /** Each alert's fields, as Prometheus reads them. */
    public static List<Map<String, Object>> alerts() {
        List<Map<String, Object>> alerts = new ArrayList<>();
        for (Object group : list(yaml("prometheus/alerts.yml"), "groups")) {
            for (Object rule : list(group, "rules")) {
                alerts.add(map(rule));
            }
        }
        return alerts;
    }

    /** What {@code file} holds. */
    static Object yaml(String file) {
        return new Yaml().load(text(file));
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands at {@code path}: names, and numbers in lists. */
    static Object at(Object from, String... path) {
        Object here = from;
        for (String step : path) {
            Object next = here instanceof List<?> list
                    ? list.get(Integer.parseInt(step))
                    : map(here).get(step);
            if (next == null) {
                throw new AssertionError(String.join(".", path) + " is missing in " + from);
            }
            here = next;
        }
        return here;
    }

    static List<?> list(Object from, String... path) {
        return (List<?>) at(from, path);
    }

    @SuppressWarnings("unchecked") // names are texts
    static Map<String, Object> map(Object from) {
        return (Map<String, Object>) from;
    }

    /** Runs a program in {@code folder} of these; what it said if all is well. */
    static String run(String folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.resolve(folder).toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(command[0] + " is missing; bin/test installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package io.larkdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Commands of the system, which end by themselves. */
final class Command {

    private Command() {}

    /** Runs it; what it said. */
    static String run(String... words) {
        return run(Map.of(), List.of(words));
    }

    /** What goes before a command of PostgreSQL's, which refuses root. */
    static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();
    }

    /** With some more {@code variables} of the environment. */
    static String run(Map<String, String> variables, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

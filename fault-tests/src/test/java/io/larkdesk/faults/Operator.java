package io.larkdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody in a shell, beside whom the program's jar lies, and who does what the {@link Manual} says. */
final class Operator {

    private static final int LONGEST_SECONDS = 300;

    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> shell;

    /**
     * In {@code folder}.
     *
     * @param settings of the service, and of PostgreSQL's tools
     * @param tools where these are
     * @param shedsRoot whether what is done starts a server, which root may not
     */
    Operator(Path folder, Map<String, String> settings, Path tools, boolean shedsRoot) {
        this.folder = folder;
        this.environment = new HashMap<>(settings);
        this.environment.put(
                "PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + tools + ":" + System.getenv("PATH"));
        this.environment.put("BACKUP", newFolder("backup"));
        this.environment.put("ELSEWHERE", newFolder("elsewhere"));
        this.environment.put(
                "JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -Duser.language=tr");
        this.shell = new ArrayList<>(shedsRoot ? Command.asOrdinaryUser() : List.of());
        this.shell.add("bash");
        try {
            Files.createSymbolicLink(
                    folder.resolve("larkdesk.jar"),
                    Program.SERVICE.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String newFolder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does what stands in the manual's block {@code name}; what was said. */
    String does(String name) {
        Path said = folder.resolve(name + ".log");
        int status = tries(Manual.commands(name), said);
        String text = read(said);
        if (status != 0) {
            throw new IllegalStateException(name + " ended with " + status + ": " + text);
        }
        return text;
    }

    /** The status with which {@code commands} end; what they say goes to {@code said}. */
    int tries(String commands, Path said) {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-euo", "pipefail", "-c", commands));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        process.environment().keySet().removeIf(variable -> variable.startsWith("LARK"));
        process.environment().putAll(environment);
        try {
            Process running = process.start();
            if (!running.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new IllegalStateException("still running: " + read(said));
            }
            return running.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

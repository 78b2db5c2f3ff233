package io.larkdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A packaged program that runs as a process of its own, far from UTC and English. What it says is kept under {@code target/programs}. */
final class Program implements AutoCloseable {

    static final Path SERVICE = Path.of("../app-micronaut/target/larkdesk.jar");
    static final Path AGENT = Path.of("target/fault-agent.jar");
    static final Path LAUNCHER = Path.of("../deploy/larkdesk");
    static final Path SANDBOX = Path.of("../lark-sandbox/target/lark-sandbox.jar");

    private static final AtomicInteger STARTED = new AtomicInteger();

    /** Tests of two processes run at once. */
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000, 30_000));

    private static final Duration LONGEST_STOP = Duration.ofMinutes(4);

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts what {@code jar} holds, with these settings and none of ours. */
    static Program start(Path jar, Map<String, String> settings) {
        return start(jar, settings, List.of());
    }

    /** Starts it with these {@code options} of the JVM, too. */
    static Program start(Path jar, Map<String, String> settings, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Duser.timezone=America/St_Johns",
                "-Duser.language=tr",
                "-Duser.country=TR"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toAbsolutePath().normalize().toString()));
        return run(jar.getFileName().toString().replace(".jar", ""), command, settings);
    }

    /** Starts the service by the script that operators have. */
    static Program launch(Map<String, String> settings) {
        return run("launcher", List.of("sh", LAUNCHER.toString()), forLauncher(settings));
    }

    private static Map<String, String> forLauncher(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("LARKDESK_JAR", SERVICE.toAbsolutePath().normalize().toString());
        all.put("JAVA_HOME", System.getProperty("java.home"));
        return all;
    }

    /** Starts what containers of {@code image} start, without what the container has of its own. */
    static Program run(Image image, Map<String, String> settings) {
        return run("image", image.command(), settings);
    }

    /** Has the script that operators have carry out a command; fails unless that succeeds. */
    static void carryOut(String command, Map<String, String> settings) {
        Map<String, String> all = forLauncher(settings);
        all.put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xmx256m");
        Command.run(all, List.of("sh", LAUNCHER.toString(), command));
    }

    /** Where this machine's Java is. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Program run(String name, List<String> command, Map<String, String> settings) {
        try {
            Path folder = Files.createDirectories(Path.of("target/programs"));
            // Others may run tests beside this one, in the same folder
            Path log = folder.resolve(
                    name + "-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet() + ".log");
            ProcessBuilder program =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            program.environment().keySet().removeIf(variable -> variable.startsWith("LARK"));
            program.environment().putAll(settings);
            return new Program(program.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that is free now, on the loopback address; none that the system gives to others, or that was given before. */
    static int freePort() {
        while (true) {
            int port = NEXT_PORT.getAndIncrement();
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // The next one, then
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said so far. */
    List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has said of errors. */
    List<String> errors() {
        return lines().stream().filter(line -> line.contains(" ERROR ")).toList();
    }

    /** Ends it as kill -9 does. */
    void kill() {
        process.destroyForcibly();
        exitStatus();
    }

    long pid() {
        return process.pid();
    }

    /** Sends it a signal of this name. */
    void signal(String name) {
        Command.run("sh", "-c", "kill -" + name + " " + pid());
    }

    /** Asks it to stop, as SIGTERM does. */
    void terminate() {
        process.destroy();
    }

    /** Asks it to stop, as SIGTERM does, and waits until it has. */
    int stop() {
        terminate();
        return exitStatus();
    }

    /** Waits for its end. */
    int exitStatus() {
        try {
            if (!process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("still running, see " + log);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return log.toString();
    }
}

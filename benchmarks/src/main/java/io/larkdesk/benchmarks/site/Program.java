package io.larkdesk.benchmarks.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that serves, until it is closed. What it says is kept in {@code target/programs}. */
public final class Program implements AutoCloseable {

    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
        // However this process ends, it leaves none behind
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts {@code command}, with {@code variables} in its environment and none of the product's. */
    public static Program start(String name, List<String> command, Map<String, String> variables) {
        try {
            Path folder = Files.createDirectories(Path.of("target/programs"));
            Path log = folder.resolve(name + "-" + STARTED.incrementAndGet() + ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(variable -> variable.startsWith("LARK"));
            builder.environment().putAll(variables);
            return new Program(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts Java of the same version as ours; all have the same heap, so that none is fast because it has more. */
    public static Program java(String name, List<String> arguments, Map<String, String> variables) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(arguments);
        return start(name, command, variables);
    }

    /** Starts {@code main}, which is on our own class path. */
    public static Program ours(Class<?> main, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        all.addAll(List.of(arguments));
        return java(main.getSimpleName(), all, Map.of());
    }

    /** A port that is free now, on the loopback address. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody listens there. */
    public static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until {@code isReady}. */
    public void await(Duration atMost, Predicate<Program> isReady) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isReady.test(this)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("not ready, see " + log + ": " + said());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** What it has said. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process's number. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end, and tells how it ended. */
    public int end() throws InterruptedException {
        return process.waitFor();
    }

    /** What it has of the machine's memory, in MiB. */
    public double memory() {
        try {
            String size = Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(size.replaceAll("\\D", "")) / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For how long processors have worked for it. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** What is left on its heap after a full collection, in KiB; it must be Java. */
    public double liveHeap() {
        command("GC.run");
        Matcher used = USED.matcher(command("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("no heap of " + log);
        }
        return Double.parseDouble(used.group(1));
    }

    private String command(String name) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process asking = new ProcessBuilder(jcmd, Long.toString(pid()), name).start();
            return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package io.larkdesk.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where something was measured.
 *
 * @param cores how many processors
 * @param memoryGib how much memory
 * @param system the kernel
 * @param java the virtual machine of ours
 * @param postgres the server that all use
 */
public record Machine(int cores, long memoryGib, String system, String java, String postgres) {

    /** This one. */
    public static Machine here(String postgres) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                memoryKib() >> 20,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                postgres);
    }

    /** The load average of the last minute. */
    static double load() {
        return Double.parseDouble(read("/proc/loadavg").split(" ", -1)[0]);
    }

    private static long memoryKib() {
        String total = read("/proc/meminfo").lines().findFirst().orElseThrow();
        return Long.parseLong(total.replaceAll("\\D", ""));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

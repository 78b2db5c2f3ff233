package io.larkdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A clock that is wrong, and can be set while programs run by it; only their measuring of durations is right. */
final class FakeClock {

    private final Path file;

    private FakeClock(Path file) {
        this.file = file;
    }

    /** One that is right as yet. */
    static FakeClock create() {
        try {
            FakeClock clock =
                    new FakeClock(Files.createTempDirectory("larkdesk-clock").resolve("ahead"));
            clock.set(Duration.ZERO);
            return clock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has a program go by it. */
    Map<String, String> variables() {
        return Map.of(
                "LD_PRELOAD", library().toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                // Processes of one machine see at once that its clock was set
                "FAKETIME_NO_CACHE", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // else waiting for a time is over at once, and programs go round and round
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** From now on it is so far ahead of the machine's, or behind. */
    void set(Duration ahead) {
        try {
            Path next = Files.writeString(file.resolveSibling("next"), "%+d".formatted(ahead.toSeconds()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path library() {
        try (Stream<Path> libraries = Files.find(
                Path.of("/usr/lib"), 4, (path, kind) -> path.endsWith(Path.of("faketime", "libfaketimeMT.so.1")))) {
            return libraries
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("libfaketime is missing: apt-get install faketime"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

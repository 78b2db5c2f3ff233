package io.larkdesk.benchmarks.harness;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps results in a folder, one file for each goal: the last one measured. */
public final class Store {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    private final Path folder;

    /** In {@code folder}, which is made when it is needed. */
    public Store(Path folder) {
        this.folder = folder;
    }

    /** Keeps it in place of what was measured of the goal before. */
    public void keep(Result result) {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(result.goal() + SUFFIX), JSON.writer(lines).writeValueAsString(result) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is kept, in the order of the goals' numbers. */
    public List<Result> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(Store::read)
                    .sorted((one, other) -> Integer.compare(number(one), number(other)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Result result) {
        return Integer.parseInt(result.goal().substring(1));
    }

    private static Result read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Result.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

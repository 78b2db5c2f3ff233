package io.larkdesk.benchmarks.harness;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps what was measured in a folder, one file for each goal or curve: the last time.
 *
 * @param <T> what came of measuring one
 */
public final class Store<T> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final Class<T> type;
    private final Function<T, String> id;

    private Store(Path folder, Class<T> type, Function<T, String> id) {
        this.folder = folder;
        this.type = type;
        this.id = id;
    }

    /** Of goals, in {@code folder}, which is made when it is needed. */
    public static Store<Result> ofGoals(Path folder) {
        return new Store<>(folder, Result.class, Result::goal);
    }

    /** Of curves, in {@code folder}, which is made when it is needed. */
    public static Store<Growth> ofCurves(Path folder) {
        return new Store<>(folder, Growth.class, Growth::curve);
    }

    /** Keeps it in place of what was measured before. */
    public void keep(T result) {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(id.apply(result) + SUFFIX),
                    JSON.writer(lines).writeValueAsString(result) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is kept, in the order of the numbers in their ids. */
    public List<T> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(this::read)
                    .sorted(Comparator.comparingInt(this::number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int number(T result) {
        return Integer.parseInt(id.apply(result).substring(1));
    }

    private T read(Path file) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

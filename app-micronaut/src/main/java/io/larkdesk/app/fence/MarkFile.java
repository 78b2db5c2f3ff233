package io.larkdesk.app.fence;

import io.larkdesk.core.fence.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a node remembers, outside of the database and over its own restarts, how far the database had come. */
final class MarkFile {

    private static final Logger LOG = LoggerFactory.getLogger(MarkFile.class);

    private final Path file;

    MarkFile(Path folder) {
        this.file = folder.resolve("database-mark");
    }

    /** What is remembered; nothing where there is no such file, or it cannot be read. */
    Optional<Mark> read() {
        try {
            return Files.exists(file) ? Mark.parse(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: whether the database was set back is not known by it", file, e);
            return Optional.empty();
        }
    }

    /** Remembers {@code mark}. Where nothing can be written, the other signs of a restored backup have to do. */
    void write(Mark mark) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path whole = Files.createTempFile(file.resolveSibling(""), "database-mark", ".new");
            try {
                Files.writeString(whole, mark + "\n");
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be written", file, e);
        }
    }
}

package io.larkdesk.app.console.deletion;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * A file in an export, as the manifest has it.
 *
 * @param name its path in the archive
 * @param lines how many lines it has; -1 for one that people sent
 * @param bytes how many bytes it has
 * @param sha256 of its bytes
 */
@JsonPropertyOrder({"name", "lines", "bytes", "sha256"})
record ExportEntry(String name, long lines, long bytes, String sha256) {

    /** Of what has no lines. */
    static final long NO_LINES = -1;

    /** Refuses null. */
    ExportEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
    }
}

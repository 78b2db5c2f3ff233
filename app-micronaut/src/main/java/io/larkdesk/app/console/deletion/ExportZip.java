package io.larkdesk.app.console.deletion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.larkdesk.core.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive that is written piece by piece: what is written is taken before more is, so it needs little memory. Of one thread. */
final class ExportZip {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(written, StandardCharsets.UTF_8);
    private final Instant at;
    private final List<ExportEntry> entries = new ArrayList<>();
    private String name = "";
    private MessageDigest digest = Sha256.digest();
    private long bytes;
    private long lines;

    ExportZip(Instant at) {
        this.at = at;
    }

    /** Begins the next file. */
    void open(String path) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
        name = path;
        digest = Sha256.digest();
        bytes = 0;
        lines = 0;
    }

    /** Adds a line to the file. */
    void line(Object value) throws IOException {
        write((json(value) + "\n").getBytes(StandardCharsets.UTF_8));
        lines++;
    }

    private static String json(Object value) throws JsonProcessingException {
        return value instanceof String text ? text.strip() : JSON.writeValueAsString(value);
    }

    /** Adds bytes to the file. */
    void write(byte[] some) throws IOException {
        zip.write(some);
        digest.update(some);
        bytes += some.length;
    }

    /** Ends a file of lines. */
    void close() throws IOException {
        close(lines);
    }

    /** Ends a file that somebody sent. */
    void closeFile() throws IOException {
        close(ExportEntry.NO_LINES);
    }

    private void close(long count) throws IOException {
        zip.closeEntry();
        entries.add(new ExportEntry(name, count, bytes, HexFormat.of().formatHex(digest.digest())));
    }

    /** The files that are ended, in order. */
    List<ExportEntry> entries() {
        return List.copyOf(entries);
    }

    /** Ends the archive. */
    void finish() throws IOException {
        zip.finish();
    }

    /** Takes what was written since it was taken last. */
    byte[] take() {
        byte[] taken = written.toByteArray();
        written.reset();
        return taken;
    }
}

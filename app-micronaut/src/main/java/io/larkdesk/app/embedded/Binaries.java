package io.larkdesk.app.embedded;

import io.larkdesk.core.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked into the data folder.
 *
 * @param folder with {@code bin} and {@code lib}
 */
record Binaries(Path folder) {

    private static final String PREFIX = "postgres-";

    /** The program called {@code name}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** Unpacks the programs for this machine, unless they are there; those of other versions are removed. */
    static Binaries unpack(Path parent) throws IOException {
        String archive = archive();
        Path folder = parent.resolve(PREFIX + hash(archive));
        if (!Files.isDirectory(folder)) {
            removeOthers(parent);
            Path half = Files.createTempDirectory(parent, PREFIX);
            try (InputStream packed = open(archive);
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, half);
                }
            }
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(folder);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into) || entry.getName().endsWith(".a")) {
            return;
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void removeOthers(Path parent) throws IOException {
        try (Stream<Path> old = Files.list(parent)) {
            // The password stands beside them, under such a name
            for (Path folder : old.filter(Files::isDirectory)
                    .filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                remove(folder);
            }
        }
    }

    /** Removes the folder and all that is in it. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The name of the archive for this machine, as the artifacts that carry them have it. */
    private static String archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String arch = List.of("amd64", "x86_64").contains(processor)
                ? "x86_64"
                : List.of("aarch64", "arm64").contains(processor) ? "arm_64" : processor;
        String name = "/postgres-" + (system.contains("mac") ? "darwin" : "linux") + "-" + arch + ".txz";
        if (Binaries.class.getResource(name) == null) {
            throw new IOException("there is none for " + system + " on " + processor
                    + "; run a PostgreSQL server and set larkdesk.db.url");
        }
        return name;
    }

    private static InputStream open(String archive) {
        InputStream packed = Binaries.class.getResourceAsStream(archive);
        if (packed == null) {
            throw new IllegalStateException(archive + " is gone");
        }
        return packed;
    }

    private static String hash(String archive) {
        try (DigestInputStream digest = new DigestInputStream(open(archive), Sha256.digest())) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

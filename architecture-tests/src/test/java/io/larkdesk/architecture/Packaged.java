package io.larkdesk.architecture;

import java.nio.file.Path;

/** The jars as they are published; the build copies them to one folder once they are packaged. */
final class Packaged {

    static final Path FOLDER = Path.of("target", "packaged");

    private Packaged() {}

    static Path jar(String artifact) {
        return FOLDER.resolve(artifact + ".jar");
    }
}

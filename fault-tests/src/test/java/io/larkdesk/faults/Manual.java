package io.larkdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The manual for operators, whose commands are run as they stand there. */
final class Manual {

    private static final Path PAGE = Path.of("../docs/operations.md");

    private Manual() {}

    /** The commands in the block that is called {@code name}. */
    static String commands(String name) {
        try {
            Matcher block = Pattern.compile("(?s)```sh " + Pattern.quote(name) + "\n(.*?)```")
                    .matcher(Files.readString(PAGE));
            if (!block.find()) {
                throw new IllegalStateException(PAGE + " has no commands for " + name);
            }
            return block.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

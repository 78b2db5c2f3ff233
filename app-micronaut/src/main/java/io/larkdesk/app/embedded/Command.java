package io.larkdesk.app.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A command of PostgreSQL, which ends by itself.
 *
 * @param account as whom it runs
 * @param words the program and its arguments
 */
record Command(Account account, List<String> words) {

    /**
     * How it ended.
     *
     * @param code 0 if all went well
     * @param output what it said
     */
    record Outcome(int code, String output) {

        boolean failed() {
            return code != 0;
        }
    }

    /** Runs it. Its output goes through a file, because a server that it starts would keep a pipe open. */
    Outcome run() throws IOException {
        Path output = Files.createTempFile("larkdesk-postgres", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(account.command(words))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            builder.directory(Path.of("/").toFile());
            int code = builder.start().waitFor();
            return new Outcome(
                    code, Files.readString(output, StandardCharsets.UTF_8).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(words.get(0) + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Runs it; fails with what it said if it fails. */
    void check() throws IOException {
        Outcome outcome = run();
        if (outcome.failed()) {
            throw new IOException(Path.of(words.get(0)).getFileName() + " failed: "
                    + outcome.output().replaceAll("\\s+", " "));
        }
    }
}

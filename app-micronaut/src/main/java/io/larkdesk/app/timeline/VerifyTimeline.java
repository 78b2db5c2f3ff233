package io.larkdesk.app.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.ticket.TimelineChain;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks a downloaded Timeline, without the service: whether anything in it was changed, left out, added or swapped. */
public final class VerifyTimeline {

    private static final int UNCHANGED = 0;
    private static final int CHANGED = 1;
    private static final int UNREADABLE = 2;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private VerifyTimeline() {}

    /**
     * Checks the file that the one argument names, and says what it found.
     *
     * @see #run
     */
    public static void main(String[] arguments) {
        Runtime.getRuntime().exit(run(arguments, System.out, System.err));
    }

    /** The exit code: 0 if nothing was changed, 1 if something was, 2 if there is no such file, or it is none of ours. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 1) {
            err.println("usage: verify-timeline FILE");
            return UNREADABLE;
        }
        try {
            return verify(Files.readString(Path.of(arguments[0])), out);
        } catch (JsonProcessingException e) {
            err.println(arguments[0] + " is no Timeline: " + e.getOriginalMessage());
        } catch (IOException | InvalidPathException e) {
            err.println(arguments[0] + " cannot be read: " + e);
        }
        return UNREADABLE;
    }

    private static int verify(String json, PrintStream out) throws JsonProcessingException {
        Optional<TimelineFile> read = Optional.ofNullable(JSON.readValue(json, TimelineFile.class));
        if (read.isEmpty()) {
            throw new JsonProcessingException("it is empty") {};
        }
        TimelineFile file = read.get();
        if (!file.format().equals(TimelineFile.FORMAT)) {
            throw new JsonProcessingException("its format is not " + TimelineFile.FORMAT) {};
        }
        OptionalLong changed;
        try {
            changed = TimelineChain.verify(file.toEntries(), new ChainHash(file.end()));
        } catch (RuntimeException e) {
            out.println("CHANGED: something in it cannot have been written like that: " + e.getMessage());
            return CHANGED;
        }
        int count = file.entries().size();
        if (changed.isPresent()) {
            out.println(
                    changed.getAsLong() > count
                            ? "CHANGED: entries are missing after entry " + count
                                    + ", or the hash of the last one was changed"
                            : "CHANGED: entry " + changed.getAsLong() + " is the first that is not as it was written");
            return CHANGED;
        }
        out.println("OK: " + count + " entries of ticket #" + file.number() + ", unchanged; the last one's hash is "
                + file.end());
        out.println(
                "Compare this hash with the one on the ticket's Timeline page. Number, title and names are not part of it.");
        return UNCHANGED;
    }
}

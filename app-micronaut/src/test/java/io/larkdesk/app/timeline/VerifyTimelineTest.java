package io.larkdesk.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.app.page.TicketSamples;
import io.larkdesk.core.ticket.TimelineEnd;
import io.larkdesk.core.ticket.TimelineEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program says of a file whether it is as it was written, and where it is not. */
class VerifyTimelineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private record Outcome(int code, String said) {}

    private static ObjectNode file() {
        List<TimelineEntry> entries = TicketSamples.timeline();
        TimelineEntry last = entries.get(entries.size() - 1);
        return JSON.valueToTree(TimelineFile.of(new WholeTimeline.Whole(
                TicketSamples.inProgress(), entries, new TimelineEnd(last.place(), last.hash()), Set.of())));
    }

    private Outcome verify(String json) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".json");
        Files.writeString(file, json);
        return run(file.toString());
    }

    private static Outcome run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int code = VerifyTimeline.run(arguments, stream, stream);
            return new Outcome(code, said.toString(StandardCharsets.UTF_8));
        }
    }

    private Outcome verifyChanged(Consumer<ObjectNode> change) throws IOException {
        ObjectNode file = file();
        change.accept(file);
        return verify(file.toString());
    }

    private static ObjectNode entry(ObjectNode file, int index) {
        return (ObjectNode) file.withArray("entries").get(index);
    }

    @Test
    void aFileAsItWasWrittenIsFoundUnchanged() throws IOException {
        ObjectNode file = file();

        Outcome outcome = verify(file.toPrettyString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said())
                .startsWith("OK: 4 entries of ticket #1042")
                .contains(file.get("end").asText());
    }

    @Test
    void whoeverLooksCanReadIt() {
        ObjectNode file = file();

        assertThat(file.get("format").asText()).isEqualTo("larkdesk-timeline-1");
        assertThat(entry(file, 0).fieldNames())
                .toIterable()
                .containsExactly("place", "at", "kind", "by", "about", "words", "hash");
        assertThat(entry(file, 0).get("at").asText()).isEqualTo("2026-11-24T05:48:00.000Z");
        assertThat(entry(file, 1).get("by").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "at, 2026-11-24T05:53:00.001Z",
        "kind, STARTED",
        "by, ''",
        "about, ''",
        "words, another word",
        "hash, 0000000000000000000000000000000000000000000000000000000000000000"
    })
    void aChangedFieldOfAnEntryIsFoundWhereItIs(String field, String value) throws IOException {
        for (int index = 0; index < 4; index++) {
            int changed = index;
            Outcome outcome = verifyChanged(file -> {
                JsonNode before = entry(file, changed).get(field);
                if (!value.isEmpty()) {
                    entry(file, changed).put(field, value);
                } else if (before.isNull()) {
                    entry(file, changed).put(field, UUID.randomUUID() + "/" + UUID.randomUUID());
                } else {
                    entry(file, changed).putNull(field);
                }
            });

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.said()).contains("CHANGED: entry " + (index + 1) + " ");
        }
    }

    @Test
    void aChangedPlaceIsFound() throws IOException {
        assertThat(verifyChanged(file -> entry(file, 2).put("place", 7)).said()).contains("entry 3 is the first");
        assertThat(verifyChanged(file -> entry(file, 2).put("place", 0)).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "ticket"})
    void entriesOfAnotherTicketAreFound(String field) throws IOException {
        Outcome outcome =
                verifyChanged(file -> file.put(field, UUID.randomUUID().toString()));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("entry 1 is the first");
    }

    @Test
    void whatIsMissingAddedOrSwappedIsFound() throws IOException {
        assertThat(verifyChanged(file -> file.withArray("entries").remove(3)).said())
                .contains("entries are missing");
        assertThat(verifyChanged(file -> file.withArray("entries").remove(1)).said())
                .contains("entry 2 is the first");
        assertThat(verifyChanged(file -> {
                            ArrayNode entries = file.withArray("entries");
                            entries.add(entries.get(3).deepCopy());
                        })
                        .said())
                .contains("entry 5 is the first");
        assertThat(verifyChanged(file -> {
                            ArrayNode entries = file.withArray("entries");
                            entries.insert(1, entries.remove(2));
                        })
                        .said())
                .contains("entry 2 is the first");
        assertThat(verifyChanged(file -> file.put("end", "0".repeat(64))).code())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"at, yesterday", "by, somebody", "about, a/b", "hash, 12"})
    void whatNobodyWouldHaveWrittenIsFound(String field, String value) throws IOException {
        Outcome outcome = verifyChanged(file -> entry(file, 0).put(field, value));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).startsWith("CHANGED: something in it cannot have been written like that");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "null", "{\"format\": \"larkdesk-timeline-1\"}", "words"})
    void whatIsNoTimelineIsRefused(String json) throws IOException {
        Outcome outcome = verify(json);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("is no Timeline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "kind"})
    void anotherFormatIsRefused(String field) throws IOException {
        Outcome outcome = verifyChanged(file -> {
            if (field.equals("kind")) {
                entry(file, 0).put(field, "DANCED");
            } else {
                file.put(field, "larkdesk-timeline-9");
            }
        });

        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("/no/such/file").said()).contains("/no/such/file cannot be read");
        assertThat(run("/no/such/file").code()).isEqualTo(2);
        assertThat(run().code()).isEqualTo(2);
    }
}

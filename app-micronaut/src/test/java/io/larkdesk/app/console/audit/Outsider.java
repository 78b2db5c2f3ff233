package io.larkdesk.app.console.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Checks a book by what decision 10 says, with nothing of ours. */
final class Outsider {

    private Outsider() {}

    /** Whether each line has the hash that it must have. */
    static boolean accepts(List<String> lines) {
        byte[] before = new byte[32];
        for (String line : lines) {
            try {
                JsonNode entry = JsonMapper.builder().build().readTree(line);
                before = hash(before, entry);
                if (!HexFormat.of().formatHex(before).equals(entry.get("hash").asText())) {
                    return false;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }

    private static byte[] hash(byte[] before, JsonNode entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.write(before);
        UUID book = UUID.fromString(entry.get("book").asText());
        data.writeLong(book.getMostSignificantBits());
        data.writeLong(book.getLeastSignificantBits());
        data.writeLong(entry.get("place").asLong());
        data.writeLong(Instant.parse(entry.get("at").asText()).toEpochMilli());
        data.writeLong(entry.get("changes").size());
        for (String field : List.of("actor", "action", "subject")) {
            write(data, entry.get(field));
        }
        for (JsonNode change : entry.get("changes")) {
            for (String field : List.of("field", "before", "after")) {
                write(data, change.get(field));
            }
        }
        write(data, entry.get("address"));
        write(data, entry.get("request"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(DataOutputStream data, JsonNode text) throws IOException {
        byte[] bytes = text.asText().getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }
}

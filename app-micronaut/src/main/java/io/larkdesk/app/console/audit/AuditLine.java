package io.larkdesk.app.console.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.larkdesk.core.audit.AuditChange;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.Origin;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the audit log in a line of a file, with all that is hashed, as it is hashed; where there is nothing, the text is empty.
 *
 * @param book the customer's id; zeros for the provider's book
 * @param place 1 for the first
 * @param at in UTC, to the millisecond
 * @param actor who
 * @param action what
 * @param subject to what
 * @param changes what is another thing since then
 * @param address from where
 * @param request the request's name in the log
 * @param hash of the entry
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"book", "place", "at", "actor", "action", "subject", "changes", "address", "request", "hash"})
public record AuditLine(
        UUID book,
        long place,
        String at,
        String actor,
        String action,
        String subject,
        List<Change> changes,
        String address,
        String request,
        String hash) {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Copies the list. */
    public AuditLine {
        Objects.requireNonNull(book, "book");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        changes = List.copyOf(changes);
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(hash, "hash");
    }

    /** What a field was and is. */
    @JsonPropertyOrder({"field", "before", "after"})
    public record Change(String field, String before, String after) {

        /** Refuses null. */
        public Change {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        private static Change of(AuditChange change) {
            return new Change(change.field().name(), text(change.before()), text(change.after()));
        }

        private static String text(Optional<AuditDetail> detail) {
            return detail.map(AuditDetail::text).orElse("");
        }
    }

    /** The line, with its end. */
    public static String write(AuditEntry entry) {
        try {
            return JSON.writeValueAsString(of(entry)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry cannot be written", e);
        }
    }

    private static AuditLine of(AuditEntry entry) {
        return new AuditLine(
                entry.event().book().id(),
                entry.place(),
                MILLIS.format(entry.at()),
                entry.event().actor().text(),
                entry.event().action().name(),
                entry.event().subject().text(),
                entry.event().changes().list().stream().map(Change::of).toList(),
                entry.origin().map(Origin::address).orElse(""),
                entry.origin().map(Origin::request).orElse(""),
                entry.hash().hex());
    }
}

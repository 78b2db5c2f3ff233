package io.larkdesk.app.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.TimelineEntry;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Timeline as a file. Everything in it is proven by its entries' hashes but the number, the title and the names: these are for reading.
 *
 * @param format {@link #FORMAT}
 * @param tenant the customer's id
 * @param ticket the ticket's id
 * @param number the ticket's number
 * @param title the ticket's title
 * @param entries in order
 * @param end the hash of the last entry
 * @param people who is named in the entries
 */
@JsonPropertyOrder({"format", "tenant", "ticket", "number", "title", "entries", "end", "people"})
record TimelineFile(
        String format,
        UUID tenant,
        UUID ticket,
        long number,
        String title,
        List<Entry> entries,
        String end,
        List<Named> people) {

    /** Says what the file is. */
    static final String FORMAT = "larkdesk-timeline-1";

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** Refuses what is missing. */
    TimelineFile {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(title, "title");
        entries = List.copyOf(entries);
        Objects.requireNonNull(end, "end");
        people = List.copyOf(people);
    }

    /**
     * An entry.
     *
     * @param at in UTC, to the millisecond
     * @param by tenant's and person's id with a slash between; null if the desk did by itself
     * @param about in the same form; null if it is about nobody
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonPropertyOrder({"place", "at", "kind", "by", "about", "words", "hash"})
    record Entry(
            long place,
            String at,
            TimelineEntry.Kind kind,
            @Nullable String by,
            @Nullable String about,
            String words,
            String hash) {

        /** Refuses what is missing. */
        Entry {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(hash, "hash");
        }

        private static Entry of(TimelineEntry entry) {
            return new Entry(
                    entry.place(),
                    MILLIS.format(entry.at()),
                    entry.kind(),
                    entry.by().map(TimelineFile::text).orElse(null),
                    entry.about().map(TimelineFile::text).orElse(null),
                    entry.words(),
                    entry.hash().hex());
        }
    }

    /**
     * Somebody's name.
     *
     * @param person as in {@link Entry#by}
     * @param name as it was when the file was made
     */
    @JsonPropertyOrder({"person", "name"})
    record Named(
            @JsonProperty("person") String person,
            @JsonProperty("name") String name) {

        /** Refuses null. */
        Named {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(name, "name");
        }
    }

    static TimelineFile of(WholeTimeline.Whole whole) {
        GroupId ticket = whole.ticket().id();
        return new TimelineFile(
                FORMAT,
                ticket.tenant().value(),
                ticket.value(),
                whole.ticket().number().value(),
                whole.ticket().title().text(),
                whole.entries().stream().map(Entry::of).toList(),
                whole.end().hash().hex(),
                whole.people().stream()
                        .sorted(Comparator.comparing(Person::id))
                        .map(person ->
                                new Named(text(person.id()), person.name().value()))
                        .toList());
    }

    /**
     * The entries as they were written down.
     *
     * @throws RuntimeException if one of them cannot be an entry
     */
    List<TimelineEntry> toEntries() {
        GroupId id = new GroupId(new TenantId(tenant), ticket);
        return entries.stream()
                .map(entry -> new TimelineEntry(
                        id,
                        entry.place(),
                        Instant.parse(entry.at()),
                        entry.kind(),
                        person(entry.by()),
                        person(entry.about()),
                        entry.words(),
                        new ChainHash(entry.hash())))
                .toList();
    }

    private static String text(PersonId person) {
        return person.tenant().value() + "/" + person.value();
    }

    private static Optional<PersonId> person(@Nullable String text) {
        return Optional.ofNullable(text).map(both -> {
            String[] parts = both.split("/", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not a person: " + both);
            }
            return new PersonId(new TenantId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
        });
    }
}

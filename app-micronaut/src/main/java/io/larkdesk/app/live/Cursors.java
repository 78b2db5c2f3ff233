package io.larkdesk.app.live;

import io.larkdesk.core.person.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes how far people have read. */
final class Cursors {

    private static final byte[] NOTHING = {};

    private Cursors() {}

    /** Everybody's, as an event. */
    static byte[] all(Map<PersonId, Long> read) {
        return event(entries(read));
    }

    /** Those that are not in {@code known} as they are now, and null for whoever has left since; empty if there are none. */
    static byte[] moved(Map<PersonId, Long> known, Map<PersonId, Long> read) {
        Map<PersonId, Long> moved = new HashMap<>(read);
        known.forEach(moved::remove);
        Stream<String> gone = known.keySet().stream()
                .filter(person -> !read.containsKey(person))
                .map(person -> entry(person, "null"));
        List<String> entries = Stream.concat(entries(moved), gone).toList();
        return entries.isEmpty() ? NOTHING : event(entries.stream());
    }

    private static Stream<String> entries(Map<PersonId, Long> read) {
        return read.entrySet().stream()
                .map(cursor -> entry(cursor.getKey(), cursor.getValue().toString()));
    }

    private static String entry(PersonId person, String upTo) {
        return '"' + person.toString() + "\":" + upTo;
    }

    private static byte[] event(Stream<String> entries) {
        return new EventText()
                .event("read", entries.collect(Collectors.joining(",", "{", "}")))
                .bytes();
    }
}

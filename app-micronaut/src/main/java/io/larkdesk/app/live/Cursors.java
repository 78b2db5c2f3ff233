package io.larkdesk.app.live;

import io.larkdesk.core.person.PersonId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes how far people have read. */
final class Cursors {

    private static final byte[] NOTHING = {};

    private Cursors() {}

    /**
     * What brings a page that has {@code known} to {@code read}, as an event: cursors that are new or moved, and null for whoever has none
     * any more; empty if there is nothing to tell.
     */
    static byte[] moved(Map<PersonId, Long> known, Map<PersonId, Long> read) {
        Map<String, String> moved = new TreeMap<>();
        read.forEach((person, upTo) -> {
            if (!upTo.equals(known.get(person))) {
                moved.put(person.toString(), upTo.toString());
            }
        });
        known.keySet().stream()
                .filter(person -> !read.containsKey(person))
                .forEach(person -> moved.put(person.toString(), "null"));
        return moved.isEmpty() ? NOTHING : event(moved);
    }

    private static byte[] event(Map<String, String> moved) {
        String json = moved.entrySet().stream()
                .map(cursor -> '"' + cursor.getKey() + "\":" + cursor.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return new EventText().event("read", json).bytes();
    }
}

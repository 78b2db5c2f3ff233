package io.larkdesk.app.live;

import io.larkdesk.core.person.PersonId;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes how far people have read. */
final class Cursors {

    private static final byte[] NOTHING = {};

    private Cursors() {}

    /** Everybody's, as an event. */
    static byte[] all(Map<PersonId, Long> read) {
        return event(read);
    }

    /** Those that are not in {@code known} as they are now; empty if there are none. */
    static byte[] moved(Map<PersonId, Long> known, Map<PersonId, Long> read) {
        Map<PersonId, Long> moved = read.entrySet().stream()
                .filter(cursor -> !cursor.getValue().equals(known.get(cursor.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return moved.isEmpty() ? NOTHING : event(moved);
    }

    private static byte[] event(Map<PersonId, Long> read) {
        String json = read.entrySet().stream()
                .map(cursor -> '"' + cursor.getKey().toString() + "\":" + cursor.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return new EventText().event("read", json).bytes();
    }
}

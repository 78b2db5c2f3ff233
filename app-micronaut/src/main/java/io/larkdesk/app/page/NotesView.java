package io.larkdesk.app.page;

import io.larkdesk.core.ticket.Note;
import java.util.List;
import java.util.Objects;

/**
 * The internal notes on a ticket.
 *
 * @param lines the last ones, the last one first
 * @param clientId of the next one
 */
public record NotesView(List<Line> lines, String clientId) {

    /** Copies the list. */
    public NotesView {
        lines = List.copyOf(lines);
        Objects.requireNonNull(clientId, "clientId");
    }

    /**
     * A note.
     *
     * @param note the note
     * @param author who wrote it
     */
    public record Line(Note note, PersonView author) {

        /** Refuses null. */
        public Line {
            Objects.requireNonNull(note, "note");
            Objects.requireNonNull(author, "author");
        }
    }
}

package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import java.util.List;

/** The internal notes. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Notes {

    /**
     * Keeps {@code note}, unless the author's browser has sent it before.
     *
     * @return whether it is new
     */
    boolean add(Note note);

    /** At most {@code limit} notes on the ticket, the last one first. */
    List<Note> list(GroupId ticket, int limit);
}

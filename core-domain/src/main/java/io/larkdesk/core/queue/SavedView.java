package io.larkdesk.core.queue;

import java.util.Objects;

/**
 * A view of the queue that one of the staff comes back to.
 *
 * @param name what it is called
 * @param query what it shows: the query of the page's address, with the question mark; empty for all. At most {@value #LONGEST} characters
 */
public record SavedView(ViewName name, String query) {

    /** The longest query, in characters. */
    public static final int LONGEST = 1_000;

    /** Refuses null, and what is no such query. */
    public SavedView {
        Objects.requireNonNull(name, "name");
        if ((!query.isEmpty() && !query.startsWith("?")) || query.length() > LONGEST) {
            throw new IllegalArgumentException("query is not of an address: " + query);
        }
    }
}

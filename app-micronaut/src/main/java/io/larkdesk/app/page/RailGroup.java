package io.larkdesk.app.page;

import java.util.Objects;

/**
 * A group in the list at the side.
 *
 * @param group its id, as in addresses
 * @param name its heading
 * @param unread how many messages the person has not read, counted up to 100
 * @param mentions how many of them call the person
 * @param current whether it is the one that is shown
 */
public record RailGroup(String group, String name, int unread, int mentions, boolean current) {

    private static final int MOST_SHOWN = 99;

    /** Refuses null. */
    public RailGroup {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(name, "name");
    }

    /** The count on the badge. */
    public String badge() {
        return unread > MOST_SHOWN ? MOST_SHOWN + "+" : Integer.toString(unread);
    }
}

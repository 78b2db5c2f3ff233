package io.larkdesk.app.page;

import java.util.List;
import java.util.Objects;

/**
 * Who has read a message.
 *
 * @param viewer for whom and when
 * @param groupName the heading of the group
 * @param back the address of the message in its group
 * @param read who has, without the author
 * @param unread who has not yet
 */
public record ReadersPage(
        Viewer viewer, String groupName, String back, List<PersonView> read, List<PersonView> unread) {

    /** Copies the lists. */
    public ReadersPage {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(groupName, "groupName");
        Objects.requireNonNull(back, "back");
        read = List.copyOf(read);
        unread = List.copyOf(unread);
    }
}

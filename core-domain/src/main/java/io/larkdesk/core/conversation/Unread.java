package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import java.util.Objects;

/**
 * What a person has not read of a group: other people's words only.
 *
 * @param group the group
 * @param messages how many messages, counted up to {@link #COUNTED_TO}
 * @param mentions how many of those mention the person
 */
public record Unread(GroupId group, int messages, int mentions) {

    /** Counting stops here; "99 or more". */
    public static final int COUNTED_TO = 100;

    /** Refuses null. */
    public Unread {
        Objects.requireNonNull(group, "group");
    }
}

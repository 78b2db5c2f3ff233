package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import java.util.Objects;

/**
 * Identifies a message by its place in the group's sequence.
 *
 * @param group the group
 * @param seq 1 for the group's first message; without gap or duplicate
 */
public record MessageId(GroupId group, long seq) {

    /** Refuses null, and a place before the first. */
    public MessageId {
        Objects.requireNonNull(group, "group");
        if (seq < 1) {
            throw new IllegalArgumentException("seq is before the first message: " + seq);
        }
    }
}

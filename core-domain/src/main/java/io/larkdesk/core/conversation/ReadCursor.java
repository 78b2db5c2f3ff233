package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.util.Objects;

/**
 * How far a person has read a group.
 *
 * @param group the group
 * @param person the reader
 * @param upTo the last message read; 0 if none
 */
public record ReadCursor(GroupId group, PersonId person, long upTo) {

    /** Refuses null, and a negative place. */
    public ReadCursor {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(person, "person");
        if (upTo < 0) {
            throw new IllegalArgumentException("upTo is negative: " + upTo);
        }
    }
}

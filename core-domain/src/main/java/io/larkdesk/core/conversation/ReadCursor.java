package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.time.Duration;
import java.util.Objects;

/**
 * How far a person has read a group.
 *
 * @param group the group
 * @param person the reader
 * @param upTo the last message read; 0 if none
 */
public record ReadCursor(GroupId group, PersonId person, long upTo) {

    /**
     * Who looks at a group counts as reading it for this long after a sign of life; a page that is looked at gives one in half that
     * time.
     */
    public static final Duration LOOKING_LASTS = Duration.ofSeconds(20);

    /** Refuses null, and a negative place. */
    public ReadCursor {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(person, "person");
        if (upTo < 0) {
            throw new IllegalArgumentException("upTo is negative: " + upTo);
        }
    }
}

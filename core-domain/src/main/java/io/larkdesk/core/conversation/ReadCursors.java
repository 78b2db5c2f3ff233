package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How far everybody has read. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface ReadCursors {

    /** How far the person has read the group; 0 if not at all. */
    long get(GroupId group, PersonId person);

    /**
     * Moves the person's cursor forward to {@code upTo}, but not past the group's last message; it never moves back.
     *
     * @return whether it moved
     */
    boolean advance(GroupId group, PersonId person, long upTo);

    /** Everybody's cursor in the group, in any order; who has read nothing may be missing. */
    List<ReadCursor> list(GroupId group);

    /** What {@code person} has not read, for those of {@code groups} in which there is anything. */
    List<Unread> listUnread(PersonId person, Collection<GroupId> groups);

    /** What each of {@code persons} has not read of the group, for those who have not read all of it. */
    Map<PersonId, Unread> unreadOf(GroupId group, Collection<PersonId> persons);
}

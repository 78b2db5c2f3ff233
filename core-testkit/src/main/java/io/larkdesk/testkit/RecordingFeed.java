package io.larkdesk.testkit;

import io.larkdesk.core.conversation.ConversationFeed;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps what it is told, in order. Thread-safe. */
public final class RecordingFeed implements ConversationFeed {

    private final List<GroupId> changes = Collections.synchronizedList(new ArrayList<>());
    private final List<PersonId> moves = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void changed(GroupId group) {
        changes.add(group);
    }

    @Override
    public void noted(GroupId ticket) {
        // Tells the service team alone
    }

    @Override
    public void groupsChanged(PersonId person) {
        moves.add(person);
    }

    /** The groups that changed since the beginning, or since {@link #forget}; one for each change. */
    public List<GroupId> changes() {
        return List.copyOf(changes);
    }

    /** Who came into a group or left one, since the beginning, or since {@link #forget}; once for each time. */
    public List<PersonId> moves() {
        return List.copyOf(moves);
    }

    /** Begins anew. */
    public void forget() {
        changes.clear();
        moves.clear();
    }
}

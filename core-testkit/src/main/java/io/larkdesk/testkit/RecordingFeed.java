package io.larkdesk.testkit;

import io.larkdesk.core.conversation.ConversationFeed;
import io.larkdesk.core.group.GroupId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told, in order. Thread-safe. */
public final class RecordingFeed implements ConversationFeed {

    private final List<GroupId> changes = new CopyOnWriteArrayList<>();

    @Override
    public void changed(GroupId group) {
        changes.add(group);
    }

    /** The groups that changed since the beginning, or since {@link #forget}; one for each change. */
    public List<GroupId> changes() {
        return List.copyOf(changes);
    }

    /** Begins anew. */
    public void forget() {
        changes.clear();
    }
}

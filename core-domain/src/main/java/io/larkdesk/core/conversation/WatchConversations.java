package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;

/** Tells how far conversations have gone, so that a hint that was lost is missed for a moment only. Shows nothing of what was said. */
@Singleton
public final class WatchConversations {

    private final Messages messages;

    /** Takes its collaborators. */
    @Inject
    public WatchConversations(Messages messages) {
        this.messages = messages;
    }

    /** The end of each of {@code groups} that exists. */
    public Map<GroupId, Position> execute(Collection<GroupId> groups) {
        return groups.isEmpty() ? Map.of() : messages.ends(groups);
    }
}

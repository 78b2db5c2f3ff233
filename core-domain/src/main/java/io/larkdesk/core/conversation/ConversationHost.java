package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import java.time.Instant;

/** What a group is for beyond talking, if anything: asked before words are posted and told afterwards, inside the same transaction. */
public interface ConversationHost {

    /** Whether members may post in the group; if so, that does not change before the transaction ends. */
    boolean isOpen(GroupId group);

    /** {@code message} has been posted at {@code now}. */
    void said(Message message, Instant now);
}

package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import java.time.Instant;
import java.util.Optional;

/** What a group is for beyond talking, if anything: asked before words are posted and told afterwards, inside the same transaction. */
public interface ConversationHost {

    /** Who hears what is posted in the group; empty if members may not post in it. That does not change before the transaction ends. */
    Optional<Hearer> open(GroupId group);

    /** Hears what is posted in one group, until the transaction ends. */
    interface Hearer {

        /** {@code message} has been posted at {@code now}. */
        void said(Message message, Instant now);
    }
}

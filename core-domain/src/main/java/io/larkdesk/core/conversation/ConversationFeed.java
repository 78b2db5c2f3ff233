package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;

/**
 * Wakes whoever shows a conversation, on this node and others. A hint, given after the commit: it may be lost or come twice; the
 * sequence is the truth.
 */
public interface ConversationFeed {

    /** Something in {@code group} is new: a message, a change, or how far somebody has read. Returns at once. */
    void changed(GroupId group);

    /** {@code person} has come into a group or has left one, or one was closed or opened again. Returns at once. */
    void groupsChanged(PersonId person);

    /** The service team has noted something about {@code ticket}, for itself alone. Returns at once. */
    void noted(GroupId ticket);
}

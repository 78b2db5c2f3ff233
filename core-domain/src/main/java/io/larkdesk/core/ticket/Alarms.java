package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;

/** Tells of tickets on which people are being called. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Alarms {

    /** Whether there is one on {@code ticket} that is not over. While the ticket is held, nobody raises one. */
    boolean isActive(GroupId ticket);
}

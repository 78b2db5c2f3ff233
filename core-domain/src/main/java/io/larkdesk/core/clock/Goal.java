package io.larkdesk.core.clock;

/** What the service team promises to come to in time. */
public enum Goal {
    /** The first answer. */
    RESPONSE,
    /** The ticket is resolved. */
    RESOLUTION
}

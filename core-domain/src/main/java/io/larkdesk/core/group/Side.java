package io.larkdesk.core.group;

/** On whose side a member of a group stands. */
public enum Side {
    /** A person of the customer's organisation. */
    CUSTOMER,
    /** A person of the provider. */
    SERVICE_TEAM
}

package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;

/** On whose side a member of a group stands. */
public enum Side {
    /** A person of the customer's organisation. */
    CUSTOMER,
    /** A person of the provider. */
    SERVICE_TEAM;

    /** The side of {@code person} in {@code group}: those of the group's own tenant are customers, all others are staff. */
    public static Side of(PersonId person, GroupId group) {
        return person.tenant().equals(group.tenant()) ? CUSTOMER : SERVICE_TEAM;
    }
}

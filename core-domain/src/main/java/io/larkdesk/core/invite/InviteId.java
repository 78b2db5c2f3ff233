package io.larkdesk.core.invite;

import io.larkdesk.core.group.GroupId;
import java.util.Objects;
import java.util.UUID;

/**
 * Identifies an invite, together with the group that it is for. Says nothing of its code.
 *
 * @param group the group
 * @param value unique in the deployment
 */
public record InviteId(GroupId group, UUID value) {

    /** Refuses null. */
    public InviteId {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.larkdesk.core.attachment;

import io.larkdesk.core.group.GroupId;
import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a file of a group; so nothing can look for it in the wrong group or tenant.
 *
 * @param group the group whose members may see it
 * @param value random, unique in the tenant
 */
public record AttachmentId(GroupId group, UUID value) {

    /** Refuses null. */
    public AttachmentId {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(value, "value");
    }
}

package io.larkdesk.core.attachment;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;

/**
 * A file that has begun to come.
 *
 * @param id identifies it from its first byte on
 * @param uploader who brings it
 * @param name what it is called
 * @param reserved how many bytes of the tenant's quota it takes until it is here; it may have fewer
 * @param storage where its pieces are stored
 * @param chunk how many bytes a piece has, but for the last
 * @param begunAt when it began
 */
public record Upload(
        AttachmentId id, PersonId uploader, FileName name, long reserved, Storage storage, int chunk, Instant begunAt) {

    /** Refuses null, and a file without room. */
    public Upload {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(uploader, "uploader");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(storage, "storage");
        Objects.requireNonNull(begunAt, "begunAt");
        if (reserved < 1 || chunk < 1) {
            throw new IllegalArgumentException("an upload has no room: " + reserved + " in pieces of " + chunk);
        }
    }
}

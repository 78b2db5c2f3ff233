package io.larkdesk.core.attachment;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that is wholly here.
 *
 * @param id identifies it, and the group
 * @param uploader who brought it
 * @param name what it is called
 * @param type what it is, by its content
 * @param size in bytes, at least 1
 * @param digest the SHA-256 of its content, 64 hexadecimal digits
 * @param picture what pages show of it; empty if they show it as a file
 * @param uploadedAt when its last byte had come
 */
public record Attachment(
        AttachmentId id,
        PersonId uploader,
        FileName name,
        FileType type,
        long size,
        String digest,
        Optional<Picture> picture,
        Instant uploadedAt) {

    /** Refuses null, an empty file, a digest that is none, and a picture of a type that is not shown. */
    public Attachment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(uploader, "uploader");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(uploadedAt, "uploadedAt");
        if (size < 1) {
            throw new IllegalArgumentException("size is less than one byte: " + size);
        }
        if (HexFormat.of().parseHex(digest).length != 32) {
            throw new IllegalArgumentException("digest is not a SHA-256");
        }
        if (picture.isPresent() && !type.isPicture()) {
            throw new IllegalArgumentException("a picture cannot be " + type);
        }
    }

    /** The same file in another group of the tenant. */
    Attachment in(GroupId group) {
        if (!group.tenant().equals(id.group().tenant())) {
            throw new IllegalArgumentException("group is one of another tenant: " + group);
        }
        return new Attachment(
                new AttachmentId(group, id.value()), uploader, name, type, size, digest, picture, uploadedAt);
    }
}

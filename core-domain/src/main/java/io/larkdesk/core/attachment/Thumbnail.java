package io.larkdesk.core.attachment;

import java.util.Objects;

/** A small copy of a picture, without anything that the original tells beside it, such as where it was taken. */
public final class Thumbnail {

    private final FileType type;
    private final byte[] bytes;

    /**
     * Copies the bytes.
     *
     * @param type a picture's
     * @param bytes the file
     */
    public Thumbnail(FileType type, byte[] bytes) {
        if (!type.isPicture()) {
            throw new IllegalArgumentException("type is no picture's: " + type);
        }
        this.type = type;
        this.bytes = Objects.requireNonNull(bytes, "bytes").clone();
    }

    /** What it is. */
    public FileType type() {
        return type;
    }

    /** A copy of the file. */
    public byte[] bytes() {
        return bytes.clone();
    }
}

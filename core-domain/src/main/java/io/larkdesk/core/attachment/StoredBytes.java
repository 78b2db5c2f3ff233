package io.larkdesk.core.attachment;

/**
 * The bytes of a stored file, read in pieces, each in a short transaction of its own; so reading can take as long as it wants and holds
 * nothing meanwhile. Thread-safe.
 */
public final class StoredBytes {

    private final Attachments attachments;
    private final AttachmentId id;
    private final long size;
    private final int chunk;

    StoredBytes(Attachments attachments, AttachmentId id, long size, int chunk) {
        this.attachments = attachments;
        this.id = id;
        this.size = size;
        this.chunk = chunk;
    }

    /** How many there are. */
    public long size() {
        return size;
    }

    /** How many one piece has, but for the last. */
    public int chunk() {
        return chunk;
    }

    /**
     * The piece that has the byte at {@code offset}.
     *
     * @param offset from 0 to the size, exclusive; the piece begins at the last multiple of {@link #chunk} up to it
     * @throws java.util.NoSuchElementException if the file was taken away meanwhile
     */
    public byte[] chunkAt(long offset) {
        if (offset < 0 || offset >= size) {
            throw new IndexOutOfBoundsException("offset is not in the file: " + offset);
        }
        return attachments.chunk(id, (int) (offset / chunk));
    }
}

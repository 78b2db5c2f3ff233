package io.larkdesk.app.files;

import io.larkdesk.core.attachment.StoredBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Some bytes of a stored file, fetched piece by piece as somebody reads them. Of one thread. */
final class RangeStream extends InputStream {

    private final StoredBytes bytes;
    private final long until;
    private long at;
    private byte[] piece = {};
    private int offset;

    private RangeStream(StoredBytes bytes, ByteRange range) {
        this.bytes = bytes;
        this.at = range.from();
        this.until = range.until();
    }

    /**
     * Some bytes, the first of which are fetched at once: if they cannot be, that can still be told.
     *
     * @throws java.util.NoSuchElementException if the file was taken away meanwhile
     * @throws io.larkdesk.core.attachment.ObjectStoreException if the object store, where it is, does not answer
     */
    static RangeStream open(StoredBytes bytes, ByteRange range) {
        RangeStream stream = new RangeStream(bytes, range);
        if (!range.isEmpty()) {
            stream.load();
        }
        return stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, into.length);
        if (at >= until) {
            return -1;
        }
        if (offset >= piece.length) {
            fetch();
        }
        int count = (int) Math.min(Math.min(length, piece.length - offset), until - at);
        System.arraycopy(piece, offset, into, from, count);
        offset += count;
        at += count;
        return count;
    }

    /** The file may be taken away meanwhile: then the answer breaks off, and does not end as if it were whole. */
    private void fetch() throws IOException {
        try {
            load();
        } catch (RuntimeException e) {
            throw new IOException("the file cannot be read on", e);
        }
    }

    private void load() {
        piece = bytes.chunkAt(at);
        offset = (int) (at % bytes.chunk());
    }
}

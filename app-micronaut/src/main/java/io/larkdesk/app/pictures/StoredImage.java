package io.larkdesk.app.pictures;

import io.larkdesk.core.attachment.StoredBytes;
import java.util.Optional;
import javax.imageio.stream.ImageInputStreamImpl;

/** A stored file for the JDK's decoders, which jump about in it; of it one piece is in memory. Of one thread. */
final class StoredImage extends ImageInputStreamImpl {

    private final StoredBytes bytes;
    private byte[] piece = {};
    private long begin;
    private Optional<RuntimeException> failure = Optional.empty();

    StoredImage(StoredBytes bytes) {
        this.bytes = bytes;
    }

    /** Why the store failed, if it did: decoders hide that. */
    Optional<RuntimeException> failure() {
        return failure;
    }

    @Override
    public int read() {
        if (isAtEnd()) {
            return -1;
        }
        bitOffset = 0;
        return piece[(int) (streamPos++ - begin)] & 0xFF;
    }

    /** As many as asked for, unless the file ends: who reads a number of several bytes takes fewer for the end. */
    @Override
    public int read(byte[] into, int from, int length) {
        int count = 0;
        while (count < length && !isAtEnd()) {
            int offset = (int) (streamPos - begin);
            int more = Math.min(length - count, piece.length - offset);
            System.arraycopy(piece, offset, into, from + count, more);
            streamPos += more;
            count += more;
        }
        bitOffset = 0;
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public long length() {
        return bytes.size();
    }

    /** If not, the piece with the next byte is here. */
    private boolean isAtEnd() {
        if (streamPos >= bytes.size()) {
            return true;
        }
        if (streamPos < begin || streamPos >= begin + piece.length) {
            begin = streamPos - streamPos % bytes.chunk();
            piece = load();
        }
        return false;
    }

    private byte[] load() {
        try {
            return bytes.chunkAt(streamPos);
        } catch (RuntimeException e) {
            failure = Optional.of(e);
            throw e;
        }
    }
}

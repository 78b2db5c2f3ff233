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

    @Override
    public int read(byte[] into, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        bitOffset = 0;
        int offset = (int) (streamPos - begin);
        int count = Math.min(length, piece.length - offset);
        System.arraycopy(piece, offset, into, from, count);
        streamPos += count;
        return count;
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

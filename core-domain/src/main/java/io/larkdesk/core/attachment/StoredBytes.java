package io.larkdesk.core.attachment;

/** The bytes of a file, read in pieces; reading can take as long as it wants and holds nothing meanwhile. Thread-safe. */
public interface StoredBytes {

    /** How many there are. */
    long size();

    /** How many one piece has, but for the last. */
    int chunk();

    /**
     * The piece that has the byte at {@code offset}.
     *
     * @param offset from 0 to the size, exclusive; the piece begins at the last multiple of {@link #chunk} up to it
     * @throws java.util.NoSuchElementException if the file was taken away meanwhile
     */
    byte[] chunkAt(long offset);
}

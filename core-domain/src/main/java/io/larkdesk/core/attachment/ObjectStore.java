package io.larkdesk.core.attachment;

/**
 * Keeps the pieces of files outside of {@link Attachments}, each under the file's id and its place. It knows nothing of who may read them,
 * and does not take part in transactions: none is open while it is asked. Which group a file is in does not matter to it, so that a file
 * can be moved. A piece that was put is there for all nodes as soon as {@link #put} has returned. Thread-safe.
 */
public interface ObjectStore {

    /**
     * Puts a piece, in place of one that was there.
     *
     * @param place from 0 on
     * @throws ObjectStoreException if it is not known to be there; it may be, or may come to be there a little later
     */
    void put(AttachmentId id, int place, byte[] bytes);

    /**
     * A piece.
     *
     * @throws java.util.NoSuchElementException if it is not there
     * @throws ObjectStoreException if that cannot be told
     */
    byte[] get(AttachmentId id, int place);

    /**
     * Takes a piece away; one that is not there stays so.
     *
     * @throws ObjectStoreException if it is not known to be gone
     */
    void delete(AttachmentId id, int place);

    /**
     * Looks whether the store can be used at all.
     *
     * @throws ObjectStoreException if not, with what an operator needs to mend it
     */
    void check();
}

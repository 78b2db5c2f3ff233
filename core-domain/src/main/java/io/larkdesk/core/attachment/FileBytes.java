package io.larkdesk.core.attachment;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Reads and writes the pieces of files, wherever they are. Never called in a transaction: pieces of the database have short ones of their
 * own, and none is open while the object store is asked.
 *
 * <p>Nothing is put into the object store without a stored file that tells of it, and no file is forgotten before its objects are gone: so
 * whatever dies in between, what is there is known.
 */
@Singleton
public final class FileBytes {

    private static final int CHUNKS_AT_ONCE = 16;

    private final Transactions transactions;
    private final Attachments attachments;
    private final ObjectStore objects;

    /** Takes its collaborators. */
    @Inject
    public FileBytes(Transactions transactions, Attachments attachments, ObjectStore objects) {
        this.transactions = transactions;
        this.attachments = attachments;
        this.objects = objects;
    }

    /**
     * Stores a piece of an upload.
     *
     * @return false if the upload is not under way any more
     */
    boolean store(AttachmentId id, Storage storage, int place, byte[] bytes) {
        return switch (storage) {
            case DATABASE -> transactions.inTransaction(now -> attachments.append(id, place, bytes, now));
            case OBJECT_STORE -> put(id, place, bytes, now -> attachments.touch(id, now));
        };
    }

    /**
     * Stores a piece of a bound file into the storage where the file is not.
     *
     * @return false if the file is not there any more, or not in the other storage
     */
    boolean copy(AttachmentId id, Storage to, int place, byte[] bytes) {
        return switch (to) {
            case DATABASE -> transactions.inTransaction(now -> attachments.copyIn(id, place, bytes, now));
            case OBJECT_STORE -> put(id, place, bytes, now -> attachments.copyOut(id, now));
        };
    }

    private boolean put(AttachmentId id, int place, byte[] bytes, Function<Instant, Boolean> note) {
        boolean isNoted = transactions.inTransaction(note);
        if (isNoted) {
            objects.put(id, place, bytes);
        }
        return isNoted;
    }

    /**
     * A piece.
     *
     * @param storage where the file's pieces were when it was found; it may have been relocated since then
     * @param place from 0 on
     * @throws NoSuchElementException if it is not there
     * @throws ObjectStoreException if the object store does not answer
     */
    public byte[] read(AttachmentId id, Storage storage, int place) {
        try {
            return piece(id, storage, place);
        } catch (NoSuchElementException e) {
            Storage other = attachments
                    .find(id)
                    .map(Attachments.Kept::storage)
                    .filter(now -> now != storage)
                    .orElseThrow(() -> e);
            return piece(id, other, place);
        }
    }

    private byte[] piece(AttachmentId id, Storage storage, int place) {
        return switch (storage) {
            case DATABASE -> attachments.chunk(id, place);
            case OBJECT_STORE -> objects.get(id, place);
        };
    }

    /**
     * Removes a discarded file, its objects first; in several short transactions, so that no long one is needed for a large file.
     *
     * @throws ObjectStoreException if objects are not known to be gone; the file is still to be swept then
     */
    void sweep(AttachmentId id) {
        int count = transactions.inTransaction(now -> attachments.countObjects(id));
        for (int place = 0; place < count; place++) {
            objects.delete(id, place);
        }
        boolean gone = false;
        while (!gone) {
            gone = transactions.inTransaction(now -> attachments.sweep(id, CHUNKS_AT_ONCE));
        }
    }
}

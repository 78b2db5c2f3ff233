package io.larkdesk.core.attachment;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Files and how much of its quota each tenant uses. A file is uploading, then uploaded, then bound to what was written, or it is discarded:
 * a discarded one is to be found no more, and is swept away piece by piece. What a tenant uses is, in every committed state, what its
 * files have reserved: discarded ones too, until they are swept. Methods join the running transaction, or are one of their own. Thread-safe.
 */
public interface Attachments {

    /**
     * A file and what becomes of it.
     *
     * @param attachment the file
     * @param bound whether it belongs to what was written; if not, it is its uploader's only
     * @param storage where its pieces are
     * @param chunk how many bytes a piece has, but for the last
     */
    record Kept(Attachment attachment, boolean bound, Storage storage, int chunk) {

        /** Refuses null. */
        public Kept {
            Objects.requireNonNull(attachment, "attachment");
            Objects.requireNonNull(storage, "storage");
        }

        /** How many pieces it has. */
        public int pieces() {
            return Math.toIntExact((attachment.size() + chunk - 1) / chunk);
        }
    }

    /**
     * Lets {@code upload} begin, if what it reserves keeps the tenant within {@code most} bytes; atomically, however many begin at once.
     * Only inside a transaction.
     *
     * @return whether it may begin
     */
    boolean begin(Upload upload, long most);

    /**
     * Stores a piece of an upload into the {@link Storage#DATABASE}.
     *
     * @param place 0 for the first, without gap
     * @param bytes all of them of the upload's size of a piece, but for the last
     * @return false if the upload is not under way any more
     */
    boolean append(AttachmentId id, int place, byte[] bytes, Instant now);

    /**
     * Notes a sign of life of an upload, of which a piece goes to the {@link Storage#OBJECT_STORE} next.
     *
     * @return false if the upload is not under way any more
     */
    boolean touch(AttachmentId id, Instant now);

    /**
     * All bytes are here: what was reserved and is not needed is given back. Only inside a transaction.
     *
     * @return false if the upload is not under way any more
     */
    boolean complete(Attachment attachment, Optional<Thumbnail> thumbnail);

    /** The file; empty if there is none, it is still uploading, or it is discarded. */
    Optional<Kept> find(AttachmentId id);

    /**
     * Those of {@code ids}, of one group, that {@code uploader} has uploaded and not bound, in any order. Others who want any of them
     * wait until this transaction ends. Only inside a transaction.
     */
    List<Attachment> lockUnbound(PersonId uploader, Collection<AttachmentId> ids);

    /**
     * Brings uploaded files into another group of their tenant: from then on they are to be found there only. Ask {@link #lockUnbound} first.
     * Only inside a transaction.
     */
    void move(Collection<AttachmentId> ids, GroupId to);

    /** Binds uploaded files. Ask {@link #lockUnbound} first. */
    void bind(Collection<AttachmentId> ids, Instant now);

    /**
     * Some of the bound files whose pieces are not in {@code storage}, of any tenant.
     *
     * @param after only files that come after this one, in an order of the store's own; from the first if empty
     */
    List<Kept> listOutside(Storage storage, Optional<AttachmentId> after, int limit);

    /**
     * Notes that pieces of a bound file in the {@link Storage#DATABASE} may be in the {@link Storage#OBJECT_STORE} as well from now on; they
     * are counted as its objects once it is discarded.
     *
     * @return false if there is no such file, such as one that was discarded meanwhile
     */
    boolean copyOut(AttachmentId id, Instant now);

    /**
     * Stores a piece of a bound file in the {@link Storage#OBJECT_STORE} into the {@link Storage#DATABASE} as well, in
     * place of one that was there.
     *
     * @return false if there is no such file, such as one that was discarded meanwhile
     */
    boolean copyIn(AttachmentId id, int place, byte[] bytes, Instant now);

    /**
     * Has a bound file read from {@code storage} from now on, into which all of its pieces were copied. Those in the
     * {@link Storage#DATABASE} are removed if it leaves it; those in the {@link Storage#OBJECT_STORE} are nothing to the file any more.
     *
     * @return false if there is no such file in the other storage, or it was not copied
     */
    boolean settle(AttachmentId id, Storage storage);

    /** Discards files, in whatever state; those that are not there stay so. */
    void discard(Collection<AttachmentId> ids, Instant now);

    /**
     * Discards what has come to nothing: uploads without a sign of life since {@code silentSince} or longer, and files uploaded at
     * {@code unboundSince} or before and not bound. What was discarded while it came into the object store, uploaded or copied, is left alone
     * until it is silent, too: a piece of it may still be on its way. Only inside a transaction; what others hold is left out.
     *
     * @return at most {@code limit} discarded files, those too that were discarded before and are not swept yet
     */
    List<AttachmentId> discardOver(Instant silentSince, Instant unboundSince, Instant now, int limit);

    /** How many objects of a discarded file there may be in the object store, in the first places; 0 if it has none, or there is no such file. */
    int countObjects(AttachmentId id);

    /**
     * Removes at most {@code chunks} pieces of a discarded file, and once there is none left, the file itself, giving back what it
     * reserved. Its objects have to be gone before. Only inside a transaction.
     *
     * @return whether nothing discarded is left under this id
     */
    boolean sweep(AttachmentId id, int chunks);

    /**
     * A piece of a file in the {@link Storage#DATABASE}.
     *
     * @throws java.util.NoSuchElementException if it is not there
     */
    byte[] chunk(AttachmentId id, int place);

    /** The small copy of a picture, if there is one. */
    Optional<Thumbnail> findThumbnail(AttachmentId id);

    /** How many bytes the tenant's files have reserved. */
    long used(TenantId tenant);
}

package io.larkdesk.core.attachment;

import io.larkdesk.core.attachment.Attachments.Kept;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Shows a member a file of the group; one that is not sent yet, to who uploaded it only. To everybody else it does not exist. */
@Singleton
public final class OpenAttachment {

    private final Transactions transactions;
    private final Members members;
    private final Attachments attachments;
    private final FileBytes bytes;

    /** Takes its collaborators. */
    @Inject
    public OpenAttachment(Transactions transactions, Members members, Attachments attachments, FileBytes bytes) {
        this.transactions = transactions;
        this.members = members;
        this.attachments = attachments;
        this.bytes = bytes;
    }

    /**
     * A file to read.
     *
     * @param attachment the file
     * @param bytes its content
     */
    public record Opened(Attachment attachment, StoredBytes bytes) {

        /** Refuses null. */
        public Opened {
            Objects.requireNonNull(attachment, "attachment");
            Objects.requireNonNull(bytes, "bytes");
        }
    }

    /**
     * A stored file, of which one piece at a time is read.
     *
     * @param bytes where from
     * @param id the file
     * @param storage where its pieces are
     * @param size how many bytes it has
     * @param chunk how many bytes a piece has, but for the last
     */
    record Pieces(FileBytes bytes, AttachmentId id, Storage storage, long size, int chunk) implements StoredBytes {

        @Override
        public byte[] chunkAt(long offset) {
            if (offset < 0 || offset >= size) {
                throw new IndexOutOfBoundsException("offset is not in the file: " + offset);
            }
            return bytes.read(id, storage, (int) (offset / chunk));
        }
    }

    /** The file; empty if it is none of the reader's. */
    public Optional<Opened> execute(AttachmentId id, PersonId reader) {
        return transactions.inTransaction(now -> find(id, reader)
                .map(kept -> new Opened(
                        kept.attachment(),
                        new Pieces(bytes, id, kept.storage(), kept.attachment().size(), kept.chunk()))));
    }

    /** The small copy of a picture; empty if there is none, or it is none of the reader's. */
    public Optional<Thumbnail> thumbnail(AttachmentId id, PersonId reader) {
        return transactions.inTransaction(now -> find(id, reader).flatMap(kept -> attachments.findThumbnail(id)));
    }

    /** Whether the reader is in the group is asked last: whoever left before the file was sent, is out by then. */
    private Optional<Kept> find(AttachmentId id, PersonId reader) {
        return attachments
                .find(id)
                .filter(kept -> kept.bound() || kept.attachment().uploader().equals(reader))
                .filter(kept ->
                        members.find(id.group(), reader).filter(Member::isIn).isPresent());
    }
}

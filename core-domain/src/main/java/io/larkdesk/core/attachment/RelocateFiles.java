package io.larkdesk.core.attachment;

import io.larkdesk.core.shared.Sha256;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings the bytes of all files that were sent from one storage into the other, beside all other work: a file can be read all the time. Each
 * is copied, compared with its digest, and then read from there. Whatever stops it, the next time goes on; several at once do no harm.
 *
 * <p>Out of the object store files are copied, and their objects stay, for backups of before that name them: whoever gives the store up
 * empties it.
 */
@Singleton
public final class RelocateFiles {

    private static final int AT_ONCE = 20;

    private final Transactions transactions;
    private final Attachments attachments;
    private final FileBytes bytes;

    /** Takes its collaborators. */
    @Inject
    public RelocateFiles(Transactions transactions, Attachments attachments, FileBytes bytes) {
        this.transactions = transactions;
        this.attachments = attachments;
        this.bytes = bytes;
    }

    /** What became of a file. */
    public enum Outcome {
        /** It is in the other storage. */
        RELOCATED,
        /** Meanwhile it was taken away, or others relocated it. */
        OVERTAKEN,
        /** Its bytes are not those that were uploaded, or some are missing; it stays where it was. */
        DAMAGED
    }

    /**
     * A file that was looked at.
     *
     * @param file which
     * @param outcome what became of it
     */
    public record Looked(Attachment file, Outcome outcome) {

        /** Refuses null. */
        public Looked {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /**
     * Brings all files into {@code storage}.
     *
     * @param told is told of each file, one after another
     * @throws ObjectStoreException if the object store does not answer; files that were relocated before stay so
     */
    public void execute(Storage storage, Consumer<Looked> told) {
        Optional<AttachmentId> last = Optional.empty();
        List<Attachments.Kept> some;
        do {
            Optional<AttachmentId> after = last;
            some = transactions.inTransaction(now -> attachments.listOutside(storage, after, AT_ONCE));
            for (Attachments.Kept kept : some) {
                told.accept(new Looked(kept.attachment(), relocate(kept, storage)));
                last = Optional.of(kept.attachment().id());
            }
        } while (some.size() == AT_ONCE);
    }

    /** Whether there is nothing to bring: no file that was sent is outside of {@code storage}. */
    public boolean isDone(Storage storage) {
        return transactions
                .inTransaction(now -> attachments.listOutside(storage, Optional.empty(), 1))
                .isEmpty();
    }

    private Outcome relocate(Attachments.Kept kept, Storage storage) {
        Attachment file = kept.attachment();
        MessageDigest digest = Sha256.digest();
        for (int place = 0; place < kept.pieces(); place++) {
            Optional<byte[]> piece = read(kept, place);
            if (piece.isEmpty()) {
                return attachments.find(file.id()).isPresent() ? Outcome.DAMAGED : Outcome.OVERTAKEN;
            }
            digest.update(piece.get());
            if (!bytes.copy(file.id(), storage, place, piece.get())) {
                return Outcome.OVERTAKEN;
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(file.digest())) {
            return Outcome.DAMAGED;
        }
        boolean settled = transactions.inTransaction(now -> attachments.settle(file.id(), storage));
        return settled ? Outcome.RELOCATED : Outcome.OVERTAKEN;
    }

    private Optional<byte[]> read(Attachments.Kept kept, int place) {
        try {
            return Optional.of(bytes.read(kept.attachment().id(), kept.storage(), place));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }
}

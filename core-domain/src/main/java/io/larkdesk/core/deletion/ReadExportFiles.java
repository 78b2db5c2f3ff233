package io.larkdesk.core.deletion;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.Attachments;
import io.larkdesk.core.attachment.FileBytes;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the files of an export, piece by piece; no transaction is open between them.
 *
 * <p>All methods throw IllegalStateException once the taker may not take it any more.
 */
@Singleton
public final class ReadExportFiles {

    private static final int PAGE = 100;

    private final Transactions transactions;
    private final TakeExport takeExport;
    private final Archive archive;
    private final Attachments attachments;
    private final FileBytes bytes;

    /** Takes its collaborators. */
    @Inject
    public ReadExportFiles(
            Transactions transactions,
            TakeExport takeExport,
            Archive archive,
            Attachments attachments,
            FileBytes bytes) {
        this.transactions = transactions;
        this.takeExport = takeExport;
        this.archive = archive;
        this.attachments = attachments;
        this.bytes = bytes;
    }

    private <T> T read(TakeExport.Taking taking, Supplier<T> page) {
        return transactions.inTransaction(now -> {
            takeExport.require(taking);
            return page.get();
        });
    }

    /** Some of the customer's files that were sent; none after the last. */
    public List<Attachment> list(TakeExport.Taking taking, Optional<AttachmentId> after) {
        return read(taking, () -> archive.listFiles(taking.tenant().id(), after, PAGE));
    }

    /** In how many pieces a file is stored; empty if it was taken away meanwhile. */
    public Optional<Integer> count(TakeExport.Taking taking, AttachmentId file) {
        return find(taking, file).map(Attachments.Kept::pieces);
    }

    private Optional<Attachments.Kept> find(TakeExport.Taking taking, AttachmentId file) {
        return read(taking, () -> attachments.find(own(taking, file)).filter(Attachments.Kept::bound));
    }

    /**
     * A piece of a file.
     *
     * @param place from 0 on
     * @throws java.util.NoSuchElementException if the file was taken away meanwhile
     * @throws io.larkdesk.core.attachment.ObjectStoreException if the object store, where it is, does not answer
     */
    public byte[] piece(TakeExport.Taking taking, AttachmentId file, int place) {
        Attachments.Kept kept =
                find(taking, file).orElseThrow(() -> new NoSuchElementException("the file was taken away: " + file));
        return bytes.read(file, kept.storage(), place);
    }

    private static AttachmentId own(TakeExport.Taking taking, AttachmentId file) {
        if (!file.group().tenant().equals(taking.tenant().id())) {
            throw new IllegalArgumentException("file is another tenant's: " + file);
        }
        return file;
    }
}

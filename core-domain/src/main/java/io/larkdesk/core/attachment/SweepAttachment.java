package io.larkdesk.core.attachment;

import io.larkdesk.core.shared.Transactions;

/** Removes a discarded file in several short transactions, so that no long one is needed for a large file. */
final class SweepAttachment {

    private static final int CHUNKS_AT_ONCE = 16;

    private final Transactions transactions;
    private final Attachments attachments;

    SweepAttachment(Transactions transactions, Attachments attachments) {
        this.transactions = transactions;
        this.attachments = attachments;
    }

    void execute(AttachmentId id) {
        boolean gone = false;
        while (!gone) {
            gone = transactions.inTransaction(now -> attachments.sweep(id, CHUNKS_AT_ONCE));
        }
    }
}

package io.larkdesk.core.attachment;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Removes what has come to nothing: uploads that fell silent, because a node died or its database did; files that nobody sent in time; and
 * what was taken back with a message. Any number of nodes may do it at once.
 */
@Singleton
public final class TidyAttachments {

    private static final int AT_ONCE = 20;
    private static final int CHUNKS_AT_ONCE = 16;

    private final Transactions transactions;
    private final Attachments attachments;
    private final AttachmentPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public TidyAttachments(Transactions transactions, Attachments attachments, AttachmentPolicy policy) {
        this.transactions = transactions;
        this.attachments = attachments;
        this.policy = policy;
    }

    /** Removes all of it; how many files that were. */
    public int execute() {
        int removed = 0;
        List<AttachmentId> over;
        do {
            over = transactions.inTransaction(now -> attachments.discardOver(
                    now.minus(policy.silentFor()), now.minus(policy.unboundFor()), now, AT_ONCE));
            over.forEach(id -> sweep(transactions, attachments, id));
            removed += over.size();
        } while (over.size() == AT_ONCE);
        return removed;
    }

    /** Removes a discarded file in several short transactions, so that no long one is needed for a large file. */
    static void sweep(Transactions transactions, Attachments attachments, AttachmentId id) {
        boolean gone = false;
        while (!gone) {
            gone = transactions.inTransaction(now -> attachments.sweep(id, CHUNKS_AT_ONCE));
        }
    }
}

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

    private final Transactions transactions;
    private final Attachments attachments;
    private final AttachmentPolicy policy;
    private final SweepAttachment sweep;

    /** Takes its collaborators. */
    @Inject
    public TidyAttachments(Transactions transactions, Attachments attachments, AttachmentPolicy policy) {
        this.transactions = transactions;
        this.attachments = attachments;
        this.policy = policy;
        this.sweep = new SweepAttachment(transactions, attachments);
    }

    /** Removes all of it; how many files that were. */
    public int execute() {
        int removed = 0;
        List<AttachmentId> over;
        do {
            over = transactions.inTransaction(now -> attachments.discardOver(
                    now.minus(policy.silentFor()), now.minus(policy.unboundFor()), now, AT_ONCE));
            over.forEach(sweep::execute);
            removed += over.size();
        } while (over.size() == AT_ONCE);
        return removed;
    }
}

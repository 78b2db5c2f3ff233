package io.larkdesk.core.attachment;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Removes what has come to nothing: uploads that fell silent, because a node died or its database did; files that nobody sent in time; and
 * what was taken back with a message. Any number of nodes may do it at once.
 */
@Singleton
public final class TidyAttachments {

    private static final int AT_ONCE = 20;

    private final Transactions transactions;
    private final Attachments attachments;
    private final FileBytes bytes;
    private final AttachmentPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public TidyAttachments(
            Transactions transactions, Attachments attachments, FileBytes bytes, AttachmentPolicy policy) {
        this.transactions = transactions;
        this.attachments = attachments;
        this.bytes = bytes;
        this.policy = policy;
    }

    /**
     * Removes all of it; how many files that were.
     *
     * @throws ObjectStoreException if some are left because their objects could not be deleted; the next time is soon enough for them
     */
    public int execute() {
        int removed = 0;
        Optional<ObjectStoreException> away = Optional.empty();
        List<AttachmentId> over;
        do {
            over = transactions.inTransaction(now -> attachments.discardOver(
                    now.minus(policy.silentFor()), now.minus(policy.unboundFor()), now, AT_ONCE));
            for (AttachmentId id : over) {
                try {
                    bytes.sweep(id);
                    removed++;
                } catch (ObjectStoreException e) {
                    // Others may be in the database
                    away = Optional.of(e);
                }
            }
        } while (over.size() == AT_ONCE && away.isEmpty());
        if (away.isPresent()) {
            throw away.get();
        }
        return removed;
    }
}

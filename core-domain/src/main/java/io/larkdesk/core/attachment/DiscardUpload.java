package io.larkdesk.core.attachment;

import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Somebody takes a file of their own away again that they have not sent. */
@Singleton
public final class DiscardUpload {

    private final Transactions transactions;
    private final Members members;
    private final Attachments attachments;
    private final FileBytes bytes;

    /** Takes its collaborators. */
    @Inject
    public DiscardUpload(Transactions transactions, Members members, Attachments attachments, FileBytes bytes) {
        this.transactions = transactions;
        this.members = members;
        this.attachments = attachments;
        this.bytes = bytes;
    }

    /** Takes it away; false if there is none, it is somebody else's, or it is sent. */
    public boolean execute(AttachmentId id, PersonId uploader) {
        boolean discarded = transactions.inTransaction(now -> {
            boolean own =
                    members.find(id.group(), uploader).filter(Member::isIn).isPresent()
                            && !attachments.lockUnbound(uploader, List.of(id)).isEmpty();
            if (own) {
                attachments.discard(List.of(id), now);
            }
            return own;
        });
        if (discarded) {
            sweep(id);
        }
        return discarded;
    }

    private void sweep(AttachmentId id) {
        try {
            bytes.sweep(id);
        } catch (ObjectStoreException ignored) {
            // It is taken away; what is left of it is tidied once the object store answers
        }
    }
}

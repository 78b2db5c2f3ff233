package io.larkdesk.core.invite;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Revokes all invites of all groups, after a backup was restored: some of them may have been revoked, or used up, since it was made. */
@Singleton
public final class RevokeAllInvites {

    private final Transactions transactions;
    private final Invites invites;

    /** Takes its collaborators. */
    @Inject
    public RevokeAllInvites(Transactions transactions, Invites invites) {
        this.transactions = transactions;
        this.invites = invites;
    }

    /**
     * Revokes some. Who asks has seen to it that {@code by} may.
     *
     * @return how many; 0 once none is open
     */
    public int execute(PersonId by, int limit) {
        return transactions.inTransaction(now -> {
            List<Invite> open = invites.lockOpen(now, limit);
            open.forEach(invite -> invites.save(invite.revoke(by, now)));
            return open.size();
        });
    }
}

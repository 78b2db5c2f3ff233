package io.larkdesk.core.invite;

import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A member withdraws a link of the group, the own one or a colleague's. It stops working at once; who joined by it stays. */
@Singleton
public final class RevokeInvite {

    private final Transactions transactions;
    private final Members members;
    private final Invites invites;
    private final RecordInvite record;

    /** Takes its collaborators. */
    @Inject
    public RevokeInvite(Transactions transactions, Members members, Invites invites, RecordInvite record) {
        this.transactions = transactions;
        this.members = members;
        this.invites = invites;
        this.record = record;
    }

    /**
     * What is to stop.
     *
     * @param invite which link
     * @param revoker who wants it
     */
    public record Command(InviteId invite, PersonId revoker) {}

    /**
     * Revokes the invite; doing it again changes nothing.
     *
     * @return the invite as it is now; empty if there is none, or the revoker is not in its group
     */
    public Optional<Invite> execute(Command command) {
        return transactions.inTransaction(now -> members.find(command.invite().group(), command.revoker())
                .filter(Member::isIn)
                .flatMap(member -> invites.find(command.invite()))
                .flatMap(found -> invites.lockByKey(found.key()))
                .map(invite -> {
                    Invite revoked = invite.revoke(command.revoker(), now);
                    if (!revoked.equals(invite)) {
                        invites.save(revoked);
                        record.revoked(revoked, command.revoker());
                    }
                    return revoked;
                }));
    }
}

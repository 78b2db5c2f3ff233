package io.larkdesk.core.invite;

import io.larkdesk.core.group.AdmitMember;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;

/**
 * A person joins a group by a link. Only people of the group's organisation do, while the link is neither expired nor revoked nor used up and
 * who made it is in the group, however many try at once; accepting twice is accepting once.
 */
@Singleton
public final class AcceptInvite {

    private final Transactions transactions;
    private final Invites invites;
    private final Doorkeeper doorkeeper;
    private final AdmitMember admitMember;

    /** Takes its collaborators. */
    @Inject
    public AcceptInvite(Transactions transactions, Invites invites, Doorkeeper doorkeeper, AdmitMember admitMember) {
        this.transactions = transactions;
        this.invites = invites;
        this.doorkeeper = doorkeeper;
        this.admitMember = admitMember;
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * The person has joined.
     *
     * @param group which group
     */
    public record Joined(GroupId group) implements Result {

        /** Refuses null. */
        public Joined {
            Objects.requireNonNull(group, "group");
        }
    }

    /**
     * The person has not joined; perhaps because of being in the group already.
     *
     * @param refusal why
     */
    public record Refused(Refusal refusal) implements Result {

        /** Refuses null. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /** Lets {@code person}, who is signed in, join by the link with {@code code}. */
    public Result execute(InviteCode code, PersonId person) {
        // Held, so that of those who come at once each sees who came before
        return transactions.inTransaction(now -> doorkeeper.<Result>ask(
                invites.lockByKey(code.key()), person, now, invite -> join(invite, person, now), Refused::new));
    }

    private Result join(Invite invite, PersonId person, Instant now) {
        GroupId group = invite.id().group();
        if (!admitMember.execute(group, person, invite.issuer())) {
            return new Refused(new Refusal.AlreadyIn(group));
        }
        invites.addUse(new Invite.Use(invite.id(), person, now));
        return new Joined(group);
    }
}

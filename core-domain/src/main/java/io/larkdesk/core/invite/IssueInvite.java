package io.larkdesk.core.invite;

import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/**
 * A member makes a link by which colleagues of the group's organisation join. Its code is told once, and then known to nobody but its bearers.
 * None is made into the group of a closed ticket, which would let nobody in.
 */
@Singleton
public final class IssueInvite {

    private final Transactions transactions;
    private final Groups groups;
    private final Members members;
    private final Invites invites;
    private final InvitePolicy policy;
    private final Randomness randomness;
    private final RecordInvite record;

    /** Takes its collaborators. */
    @Inject
    public IssueInvite(
            Transactions transactions,
            Groups groups,
            Members members,
            Invites invites,
            InvitePolicy policy,
            Randomness randomness,
            RecordInvite record) {
        this.transactions = transactions;
        this.groups = groups;
        this.members = members;
        this.invites = invites;
        this.policy = policy;
        this.randomness = randomness;
        this.record = record;
    }

    /**
     * What is wanted.
     *
     * @param group to which the link leads
     * @param issuer who makes it
     * @param mostUses how many people may join by it, from 1 to {@link Invite#HIGHEST_LIMIT}; empty for any number
     */
    public record Command(GroupId group, PersonId issuer, Optional<Integer> mostUses) {}

    /** How it ended. */
    public sealed interface Result {}

    /**
     * There is a link.
     *
     * @param invite what is stored of it
     * @param code for the link, told once
     */
    public record Issued(Invite invite, InviteCode code) implements Result {

        /** Refuses null. */
        public Issued {
            Objects.requireNonNull(invite, "invite");
            Objects.requireNonNull(code, "code");
        }
    }

    /**
     * The group has as many links that work as it may have; one has to be revoked before.
     *
     * @param most how many
     */
    public record TooMany(int most) implements Result {}

    /** The group's ticket is closed: nobody comes into it unless it is reopened. */
    public record TicketClosed() implements Result {}

    /** The issuer is not in the group, or there is no such group. */
    public record NotAMember() implements Result {}

    /** Makes a new link; those that there are go on to work. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            if (members.find(command.group(), command.issuer())
                    .filter(Member::isIn)
                    .isEmpty()) {
                return new NotAMember();
            }
            if (groups.find(command.group()).filter(Group::isClosed).isPresent()) {
                return new TicketClosed();
            }
            if (invites.listOpen(command.group(), now).size() >= policy.mostOpen()) {
                return new TooMany(policy.mostOpen());
            }
            InviteCode code = InviteCode.issue(randomness);
            Invite invite = Invite.issue(
                    new InviteId(command.group(), randomness.uuid()),
                    code.key(),
                    command.issuer(),
                    command.mostUses(),
                    policy.lifetime(),
                    now);
            invites.save(invite);
            record.issued(invite);
            return new Issued(invite, code);
        });
    }
}

package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * A member puts somebody of the own side out of the group, who then sees nothing of it any more, and is reminded of nothing in it. Each side
 * looks after its own people: customers remove customers, the service team removes the service team's.
 */
@Singleton
public final class RemoveMember {

    private final Transactions transactions;
    private final Members members;
    private final MoveMember moveMember;
    private final RecordMembership record;

    /** Takes its collaborators. */
    @Inject
    public RemoveMember(Transactions transactions, Members members, MoveMember moveMember, RecordMembership record) {
        this.transactions = transactions;
        this.members = members;
        this.moveMember = moveMember;
        this.record = record;
    }

    /**
     * Who is to go.
     *
     * @param group the group
     * @param remover who wants it
     * @param person whom; the remover means leaving
     */
    public record Command(GroupId group, PersonId remover, PersonId person) {}

    /** How it ended. */
    public sealed interface Result {}

    /** The person is out of the group, by this or since before. */
    public record Removed() implements Result {}

    /** The person stands on the other side. */
    public record OtherSide() implements Result {}

    /** The remover is not in the group, the person never was, or there is no such group. */
    public record NothingThere() implements Result {}

    /** Removes the person; removing twice is removing once. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            Optional<Member> known = members.find(command.group(), command.person());
            if (known.isEmpty() || !isIn(command.group(), command.remover())) {
                return new NothingThere();
            }
            Member member = known.get();
            if (member.side() != Side.of(command.remover(), command.group())) {
                return new OtherSide();
            }
            if (member.isIn()) {
                moveMember.execute(
                        command.person().equals(command.remover())
                                ? member.leave(now)
                                : member.removed(command.remover(), now));
                record.left(command.group(), command.person(), command.remover());
            }
            return new Removed();
        });
    }

    private boolean isIn(GroupId group, PersonId person) {
        return members.find(group, person).filter(Member::isIn).isPresent();
    }
}

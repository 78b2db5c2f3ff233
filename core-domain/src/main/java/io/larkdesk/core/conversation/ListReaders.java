package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells a member how far everybody in the group has read. */
@Singleton
public final class ListReaders {

    private final Transactions transactions;
    private final Members members;
    private final ReadCursors cursors;

    /** Takes its collaborators. */
    @Inject
    public ListReaders(Transactions transactions, Members members, ReadCursors cursors) {
        this.transactions = transactions;
        this.members = members;
        this.cursors = cursors;
    }

    /** The cursor of everybody who is in the group now, 0 if nothing was read; empty if {@code asker} is not in it. */
    public Optional<List<ReadCursor>> execute(GroupId group, PersonId asker) {
        return transactions.inTransaction(now -> {
            List<Member> present = members.list(group);
            if (present.stream().noneMatch(member -> member.person().equals(asker))) {
                return Optional.empty();
            }
            Map<PersonId, Long> read =
                    cursors.list(group).stream().collect(Collectors.toMap(ReadCursor::person, ReadCursor::upTo));
            return Optional.of(present.stream()
                    .map(member -> new ReadCursor(group, member.person(), read.getOrDefault(member.person(), 0L)))
                    .toList());
        });
    }
}

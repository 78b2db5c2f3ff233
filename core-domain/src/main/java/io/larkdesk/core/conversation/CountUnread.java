package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells members how much they have not read of a group; all at once, because a message changes it for many. */
@Singleton
public final class CountUnread {

    private final Transactions transactions;
    private final Members members;
    private final ReadCursors cursors;

    /** Takes its collaborators. */
    @Inject
    public CountUnread(Transactions transactions, Members members, ReadCursors cursors) {
        this.transactions = transactions;
        this.members = members;
        this.cursors = cursors;
    }

    /** What each of {@code persons} has not read, perhaps nothing; whoever is missing is not in the group. */
    public Map<PersonId, Unread> execute(GroupId group, Collection<PersonId> persons) {
        return transactions.inTransaction(now -> {
            Map<PersonId, Unread> unread = cursors.unreadOf(group, persons);
            // Asked last: nobody who is out by then learns of what was said afterwards
            return members.listIn(group, persons).stream()
                    .map(Member::person)
                    .collect(Collectors.toUnmodifiableMap(
                            Function.identity(), person -> unread.getOrDefault(person, new Unread(group, 0, 0))));
        });
    }
}

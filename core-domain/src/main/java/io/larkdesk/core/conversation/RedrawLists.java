package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Has the members' open pages draw their lists of groups anew; part of closing a ticket, whose group leaves them, and of opening it again. */
@Singleton
public final class RedrawLists {

    private final Transactions transactions;
    private final Members members;
    private final ConversationFeed feed;

    /** Takes its collaborators. */
    @Inject
    public RedrawLists(Transactions transactions, Members members, ConversationFeed feed) {
        this.transactions = transactions;
        this.members = members;
        this.feed = feed;
    }

    /** Wakes the pages of everybody who is in {@code group}, after the commit. */
    public void execute(GroupId group) {
        transactions.inTransaction(now -> {
            List<PersonId> present =
                    members.list(group).stream().map(Member::person).toList();
            transactions.afterCommit(() -> present.forEach(feed::groupsChanged));
            return present;
        });
    }
}

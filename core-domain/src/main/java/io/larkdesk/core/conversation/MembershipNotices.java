package io.larkdesk.core.conversation;

import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.MembershipObserver;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Notes in the conversation who comes and goes, and through whom. */
@Singleton
public final class MembershipNotices implements MembershipObserver {

    private final Transactions transactions;
    private final Messages messages;
    private final ConversationFeed feed;

    /** Takes its collaborators. */
    @Inject
    public MembershipNotices(Transactions transactions, Messages messages, ConversationFeed feed) {
        this.transactions = transactions;
        this.messages = messages;
        this.feed = feed;
    }

    @Override
    public void joined(Member member) {
        note(member, new Content.Notice(Content.Event.JOINED, member.person(), member.invitedBy()));
    }

    @Override
    public void left(Member member) {
        note(member, new Content.Notice(Content.Event.LEFT, member.person(), member.removedBy()));
    }

    private void note(Member member, Content.Notice notice) {
        transactions.inTransaction(now -> messages.append(member.group(), now, notice));
        transactions.afterCommit(() -> {
            feed.changed(member.group());
            feed.groupsChanged(member.person());
        });
    }
}

package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** A person's page shows a group: what was read moves the cursor, and who is looking counts as reading for a short while. */
@Singleton
public final class MarkRead {

    private final Transactions transactions;
    private final Members members;
    private final ReadCursors cursors;
    private final Presences presences;
    private final ConversationFeed feed;

    /** Takes its collaborators. */
    @Inject
    public MarkRead(
            Transactions transactions,
            Members members,
            ReadCursors cursors,
            Presences presences,
            ConversationFeed feed) {
        this.transactions = transactions;
        this.members = members;
        this.cursors = cursors;
        this.presences = presences;
        this.feed = feed;
    }

    /**
     * A sign of life of a page.
     *
     * @param group the group it shows
     * @param reader whose page it is
     * @param upTo the last message read; 0 if none
     * @param looking whether the page is in front and stays there
     */
    public record Command(GroupId group, PersonId reader, long upTo, boolean looking) {}

    /** Notes it; the cursor never moves back. False if the reader is not in the group. */
    public boolean execute(Command command) {
        return transactions.inTransaction(now -> {
            if (members.find(command.group(), command.reader())
                    .filter(Member::isIn)
                    .isEmpty()) {
                return false;
            }
            if (command.upTo() > 0 && cursors.advance(command.group(), command.reader(), command.upTo())) {
                transactions.afterCommit(() -> feed.changed(command.group()));
            }
            if (command.looking()) {
                presences.extend(command.group(), command.reader(), now.plus(ReadCursor.LOOKING_LASTS));
            }
            return true;
        });
    }
}

package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Leads a member through a conversation, page by page, with the people who are named on each. */
@Singleton
public final class TurnPages {

    private final Transactions transactions;
    private final ReadConversation readConversation;
    private final Messages messages;
    private final NamePeople namePeople;

    /** Takes its collaborators. */
    @Inject
    public TurnPages(
            Transactions transactions, ReadConversation readConversation, Messages messages, NamePeople namePeople) {
        this.transactions = transactions;
        this.readConversation = readConversation;
        this.messages = messages;
        this.namePeople = namePeople;
    }

    /**
     * Some of the conversation.
     *
     * @param messages in order of the sequence; at most {@link ReadConversation#PAGE}
     * @param more whether there are more, on from the last in the direction of turning
     * @param people everybody named in them
     */
    public record Page(List<Message> messages, boolean more, List<Person> people) {

        /** Copies the lists. */
        public Page {
            messages = List.copyOf(messages);
            people = List.copyOf(people);
        }
    }

    /** The messages just before {@code seq}; empty if {@code reader} is not in the group. */
    public Optional<Page> back(GroupId group, PersonId reader, long seq) {
        return transactions.inTransaction(now -> readConversation
                .before(group, reader, seq)
                .map(found -> new Page(
                        found, !found.isEmpty() && found.get(0).id().seq() > 1, namePeople.execute(group, found))));
    }

    /** The messages just after {@code seq}; empty if {@code reader} is not in the group. */
    public Optional<Page> forward(GroupId group, PersonId reader, long seq) {
        return transactions.inTransaction(
                now -> readConversation.after(group, reader, seq).map(found -> {
                    boolean more = !found.isEmpty()
                            && found.get(found.size() - 1).id().seq()
                                    < messages.end(group).seq();
                    return new Page(found, more, namePeople.execute(group, found));
                }));
    }
}

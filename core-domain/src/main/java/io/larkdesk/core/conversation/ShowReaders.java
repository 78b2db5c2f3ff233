package io.larkdesk.core.conversation;

import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.ListMembers;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells an author who has read a message, and who has not yet. */
@Singleton
public final class ShowReaders {

    private final Transactions transactions;
    private final ListMembers listMembers;
    private final Messages messages;
    private final ReadCursors cursors;
    private final Groups groups;

    /** Takes its collaborators. */
    @Inject
    public ShowReaders(
            Transactions transactions, ListMembers listMembers, Messages messages, ReadCursors cursors, Groups groups) {
        this.transactions = transactions;
        this.listMembers = listMembers;
        this.messages = messages;
        this.cursors = cursors;
        this.groups = groups;
    }

    /**
     * The members of the group, without the author.
     *
     * @param group the group
     * @param read those who have read the message
     * @param unread those who have not
     */
    public record Readers(Group group, List<Person> read, List<Person> unread) {

        /** Copies the lists. */
        public Readers {
            Objects.requireNonNull(group, "group");
            read = List.copyOf(read);
            unread = List.copyOf(unread);
        }
    }

    /** The readers of {@code message}; empty if it is not {@code asker}'s own, was taken back, or the asker has left the group. */
    public Optional<Readers> execute(MessageId message, PersonId asker) {
        return transactions.inTransaction(now -> messages.find(message)
                .filter(found -> found.isBy(asker))
                .flatMap(found -> listMembers.execute(message.group(), asker))
                .flatMap(members -> groups.find(message.group()).map(group -> divide(group, message, members, asker))));
    }

    private Readers divide(Group group, MessageId message, List<Person> members, PersonId author) {
        Set<PersonId> past = cursors.list(group.id()).stream()
                .filter(cursor -> cursor.upTo() >= message.seq())
                .map(ReadCursor::person)
                .collect(Collectors.toSet());
        Map<Boolean, List<Person>> others = members.stream()
                .filter(person -> !person.id().equals(author))
                .collect(Collectors.partitioningBy(person -> past.contains(person.id())));
        return new Readers(group, others.getOrDefault(true, List.of()), others.getOrDefault(false, List.of()));
    }
}

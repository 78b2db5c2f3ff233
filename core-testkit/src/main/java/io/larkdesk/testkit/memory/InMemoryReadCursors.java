package io.larkdesk.testkit.memory;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.ReadCursor;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.conversation.Unread;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Read cursors, which only move forward. */
final class InMemoryReadCursors implements ReadCursors {

    private final InMemoryTransactions transactions;
    private final InMemoryMessages messages;
    private final Table<Place, ReadCursor> cursors;

    InMemoryReadCursors(InMemoryTransactions transactions, InMemoryMessages messages) {
        this.transactions = transactions;
        this.messages = messages;
        this.cursors = new Table<>(transactions);
    }

    @Override
    public long get(GroupId group, PersonId person) {
        return cursors.find(new Place(group, person)).map(ReadCursor::upTo).orElse(0L);
    }

    @Override
    public boolean advance(GroupId group, PersonId person, long upTo) {
        return transactions.inTransaction(now -> {
            Place place = new Place(group, person);
            cursors.hold(place);
            long target = Math.min(upTo, messages.end(group).seq());
            if (target <= get(group, person)) {
                return false;
            }
            cursors.put(place, new ReadCursor(group, person, target));
            return true;
        });
    }

    @Override
    public List<ReadCursor> list(GroupId group) {
        return cursors.list().stream()
                .filter(cursor -> cursor.group().equals(group))
                .toList();
    }

    @Override
    public List<Unread> listUnread(PersonId person, Collection<GroupId> groups) {
        return transactions.atOnce(() -> groups.stream()
                .distinct()
                .map(group -> unread(group, person))
                .filter(unread -> unread.messages() > 0)
                .toList());
    }

    @Override
    public Map<PersonId, Unread> unreadOf(GroupId group, Collection<PersonId> persons) {
        return transactions.atOnce(() -> persons.stream()
                .distinct()
                .filter(person -> unread(group, person).messages() > 0)
                .collect(Collectors.toUnmodifiableMap(person -> person, person -> unread(group, person))));
    }

    private Unread unread(GroupId group, PersonId person) {
        List<Content.Words> words = messages.between(
                        group, get(group, person) + 1, messages.end(group).seq())
                .flatMap(message -> message.words().stream())
                .filter(said -> !said.author().equals(person))
                .limit(Unread.COUNTED_TO)
                .toList();
        long mentions = words.stream()
                .filter(said -> said.body().mentionedPersons().contains(person.value()))
                .count();
        return new Unread(group, words.size(), (int) mentions);
    }
}

package io.larkdesk.testkit.memory;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Note;
import io.larkdesk.core.ticket.Notes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Internal notes, in the order in which they were written. */
final class InMemoryNotes implements Notes {

    private final InMemoryTransactions transactions;
    private final Table<Key, Note> notes;
    private final Table<GroupId, List<Key>> order;

    InMemoryNotes(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.notes = new Table<>(transactions);
        this.order = new Table<>(transactions);
    }

    private record Key(GroupId ticket, PersonId author, ClientId clientId) {}

    @Override
    public boolean add(Note note) {
        return transactions.inTransaction(now -> {
            Key key = new Key(note.ticket(), note.author(), note.clientId());
            order.hold(note.ticket());
            if (notes.find(key).isPresent()) {
                return false;
            }
            notes.put(key, note);
            List<Key> longer = new ArrayList<>(order.find(note.ticket()).orElseGet(List::of));
            longer.add(key);
            order.put(note.ticket(), List.copyOf(longer));
            return true;
        });
    }

    @Override
    public List<Note> list(GroupId ticket, int limit) {
        return transactions.atOnce(() -> {
            List<Key> keys = new ArrayList<>(order.find(ticket).orElseGet(List::of));
            Collections.reverse(keys);
            return keys.stream()
                    .limit(limit)
                    .flatMap(key -> notes.find(key).stream())
                    .toList();
        });
    }
}

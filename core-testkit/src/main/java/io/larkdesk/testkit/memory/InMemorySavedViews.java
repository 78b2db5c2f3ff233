package io.larkdesk.testkit.memory;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.queue.SavedView;
import io.larkdesk.core.queue.SavedViews;
import io.larkdesk.core.queue.ViewName;
import java.util.Comparator;
import java.util.List;

/** Saved views by person and name. */
final class InMemorySavedViews implements SavedViews {

    private record Key(PersonId person, ViewName name) {}

    private record Row(PersonId person, SavedView view) {}

    private final InMemoryTransactions transactions;
    private final Table<Key, Row> views;

    InMemorySavedViews(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.views = new Table<>(transactions);
    }

    @Override
    public List<SavedView> list(PersonId person) {
        return views.list().stream()
                .filter(row -> row.person().equals(person))
                .map(Row::view)
                .sorted(Comparator.comparing(view -> view.name().value()))
                .toList();
    }

    @Override
    public void save(PersonId person, SavedView view) {
        transactions.inTransaction(now -> {
            views.put(new Key(person, view.name()), new Row(person, view));
            return view;
        });
    }

    @Override
    public void remove(PersonId person, ViewName name) {
        transactions.inTransaction(now -> {
            views.remove(new Key(person, name));
            return name;
        });
    }
}

package io.larkdesk.core.queue;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** One of the staff keeps views of the queue; nobody else sees them. */
@Singleton
public final class KeepViews {

    /** More are not kept for one person. */
    public static final int MOST = 20;

    private final Transactions transactions;
    private final People people;
    private final SavedViews views;

    /** Takes its collaborators. */
    @Inject
    public KeepViews(Transactions transactions, People people, SavedViews views) {
        this.transactions = transactions;
        this.people = people;
        this.views = views;
    }

    /** How it ended. */
    public enum Result {
        /** It is kept. */
        KEPT,
        /** There are {@link #MOST} already. */
        TOO_MANY,
        /** Who wants it is not of the staff. */
        NOT_ALLOWED
    }

    /** Those of {@code person}, by name. */
    public List<SavedView> list(PersonId person) {
        return views.list(person);
    }

    /** Keeps {@code view}, in place of one of that name. */
    public Result keep(PersonId person, SavedView view) {
        return transactions.inTransaction(now -> {
            if (people.find(person).flatMap(Person::role).isEmpty()) {
                return Result.NOT_ALLOWED;
            }
            List<SavedView> kept = views.list(person);
            if (kept.size() >= MOST && kept.stream().noneMatch(one -> one.name().equals(view.name()))) {
                return Result.TOO_MANY;
            }
            views.save(person, view);
            return Result.KEPT;
        });
    }

    /** Keeps it no longer. */
    public void forget(PersonId person, ViewName name) {
        views.remove(person, name);
    }
}

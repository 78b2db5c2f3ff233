package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows the internal notes on a ticket to its service team, and to nobody else. */
@Singleton
public final class ShowNotes {

    /** How many are shown at most. */
    public static final int MOST = 100;

    private final Transactions transactions;
    private final Tickets tickets;
    private final Standing standing;
    private final Notes notes;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ShowNotes(Transactions transactions, Tickets tickets, Standing standing, Notes notes, People people) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.standing = standing;
        this.notes = notes;
        this.people = people;
    }

    /**
     * The notes.
     *
     * @param notes the last {@link #MOST} of them, the last one first
     * @param authors who wrote them
     */
    public record Shown(List<Note> notes, Map<PersonId, Person> authors) {

        /** Copies the list and the map. */
        public Shown {
            notes = List.copyOf(notes);
            authors = Map.copyOf(authors);
        }
    }

    /** The notes; empty if {@code asker} is not of the service team of such a ticket. */
    public Optional<Shown> execute(GroupId ticket, PersonId asker) {
        return transactions.inTransaction(now -> tickets.find(ticket)
                .filter(found -> standing.isOfServiceTeam(asker, found))
                .map(found -> show(notes.list(ticket, MOST))));
    }

    private Shown show(List<Note> some) {
        return new Shown(
                some,
                people.listAll(some.stream().map(Note::author).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity())));
    }
}

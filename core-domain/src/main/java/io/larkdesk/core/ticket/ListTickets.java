package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the tickets of a service group for its members, and those that somebody of the service team has for that person and those who lead. */
@Singleton
public final class ListTickets {

    /** How many tickets one answer has at most. */
    public static final int PAGE = 50;

    private final Transactions transactions;
    private final Members members;
    private final People people;
    private final Tickets tickets;
    private final Products products;

    /** Takes its collaborators. */
    @Inject
    public ListTickets(Transactions transactions, Members members, People people, Tickets tickets, Products products) {
        this.transactions = transactions;
        this.members = members;
        this.people = people;
        this.tickets = tickets;
        this.products = products;
    }

    /**
     * Some tickets.
     *
     * @param tickets in the order asked for; at most {@link #PAGE}
     * @param next where to go on; empty if these are the last
     * @param counts how many there are in all of the scope, in each state
     * @param people who opened them and who has them
     * @param mine in the groups of which of them the asker is
     * @param products what can be asked for
     */
    public record Listed(
            List<Ticket> tickets,
            Optional<TicketQuery.Place> next,
            TicketCounts counts,
            List<Person> people,
            Set<GroupId> mine,
            List<Product> products) {

        /** Copies the lists. */
        public Listed {
            tickets = List.copyOf(tickets);
            Objects.requireNonNull(next, "next");
            Objects.requireNonNull(counts, "counts");
            people = List.copyOf(people);
            mine = Set.copyOf(mine);
            products = List.copyOf(products);
        }
    }

    /** The tickets asked for; empty if {@code asker} may not see them. */
    public Optional<Listed> execute(TicketQuery query, PersonId asker) {
        return transactions.inTransaction(
                now -> query.scope().<Boolean>fold(group -> isIn(group, asker), engineer -> maySee(engineer, asker))
                        ? Optional.of(list(query, asker))
                        : Optional.empty());
    }

    private boolean isIn(GroupId serviceGroup, PersonId asker) {
        return members.find(serviceGroup, asker).filter(Member::isIn).isPresent();
    }

    private boolean maySee(PersonId engineer, PersonId asker) {
        return people.find(asker)
                .flatMap(Person::role)
                .filter(role -> engineer.equals(asker)
                        || (role != StaffRole.ENGINEER && engineer.tenant().equals(asker.tenant())))
                .isPresent();
    }

    private Listed list(TicketQuery query, PersonId asker) {
        List<Ticket> found = tickets.list(query, PAGE + 1);
        List<Ticket> page = found.subList(0, Math.min(PAGE, found.size()));
        Set<PersonId> named = page.stream()
                .flatMap(ticket -> Stream.concat(Stream.of(ticket.opener()), ticket.engineer().stream()))
                .collect(Collectors.toSet());
        return new Listed(
                page,
                found.size() > PAGE ? Optional.of(TicketQuery.Place.of(page.get(PAGE - 1))) : Optional.empty(),
                tickets.count(query.scope()),
                people.listAll(named),
                page.stream().map(Ticket::id).filter(id -> isIn(id, asker)).collect(Collectors.toSet()),
                products.list());
    }
}

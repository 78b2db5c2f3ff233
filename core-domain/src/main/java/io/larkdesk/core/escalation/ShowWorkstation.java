package io.larkdesk.core.escalation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.ticket.ListTickets;
import io.larkdesk.core.ticket.ListTickets.Listed;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Products;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.Tickets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows a member of a service group its tickets, and which of them are Emergencies. */
@Singleton
public final class ShowWorkstation {

    private final Transactions transactions;
    private final ListTickets listTickets;
    private final Tickets tickets;
    private final Emergencies emergencies;
    private final Products products;

    /** Takes its collaborators. */
    @Inject
    public ShowWorkstation(
            Transactions transactions,
            ListTickets listTickets,
            Tickets tickets,
            Emergencies emergencies,
            Products products) {
        this.transactions = transactions;
        this.listTickets = listTickets;
        this.tickets = tickets;
        this.emergencies = emergencies;
        this.products = products;
    }

    /**
     * What is wanted.
     *
     * @param serviceGroup the tickets of which group
     * @param asker who asks
     * @param filter which of them, in which order; its scope is that group
     * @param onlyEmergencies whether only those that have an Emergency
     * @param limit the most that are given at once; at least 1
     */
    public record Command(
            GroupId serviceGroup, PersonId asker, TicketQuery filter, boolean onlyEmergencies, int limit) {

        /** Refuses a filter of another scope. */
        public Command {
            Objects.requireNonNull(asker, "asker");
            if (!filter.scope().equals(new TicketQuery.OfGroup(serviceGroup))) {
                throw new IllegalArgumentException("filter is of another scope: " + filter.scope());
            }
        }
    }

    /**
     * Some tickets of the group.
     *
     * @param listed the tickets
     * @param emergencies the numbers of all the group's tickets whose Emergency is not over
     * @param products what can be asked for, in the provider's order
     */
    public record Workstation(Listed listed, Set<TicketNumber> emergencies, List<Product> products) {

        /** Copies the collections. */
        public Workstation {
            Objects.requireNonNull(listed, "listed");
            emergencies = Set.copyOf(emergencies);
            products = List.copyOf(products);
        }
    }

    /** The tickets asked for; empty if the asker is not in the group, or there is none. */
    public Optional<Workstation> execute(Command command) {
        return transactions.inTransaction(now -> {
            Set<Ticket> urgent = emergenciesOf(command.serviceGroup());
            TicketQuery query = command.onlyEmergencies()
                    ? command.filter().only(urgent.stream().map(Ticket::id).collect(Collectors.toSet()))
                    : command.filter();
            return listTickets
                    .execute(query, command.limit(), command.asker())
                    .map(listed -> new Workstation(
                            listed, urgent.stream().map(Ticket::number).collect(Collectors.toSet()), products.list()));
        });
    }

    private Set<Ticket> emergenciesOf(GroupId serviceGroup) {
        return tickets
                .listAll(emergencies.listActive(serviceGroup.tenant()).stream()
                        .map(emergency -> emergency.id().ticket())
                        .toList())
                .stream()
                .filter(ticket -> ticket.openedFrom().equals(serviceGroup))
                .collect(Collectors.toSet());
    }
}

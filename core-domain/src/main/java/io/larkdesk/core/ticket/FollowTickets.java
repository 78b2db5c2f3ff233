package io.larkdesk.core.ticket;

import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lists a customer's tickets for those who serve the customer, from the last activity on; so a system can follow what has changed. */
@Singleton
public final class FollowTickets {

    private final Transactions transactions;
    private final Groups groups;
    private final Tickets tickets;
    private final Standing standing;

    /** Takes its collaborators. */
    @Inject
    public FollowTickets(Transactions transactions, Groups groups, Tickets tickets, Standing standing) {
        this.transactions = transactions;
        this.groups = groups;
        this.tickets = tickets;
        this.standing = standing;
    }

    /**
     * Which tickets.
     *
     * @param asker who asks
     * @param customer whose
     * @param show in which states
     * @param activeSince only those about which something was done or said at this instant or later, if that matters
     * @param after the place after which to begin; empty for the beginning
     * @param limit how many at most; at least 1
     */
    public record Command(
            PersonId asker,
            TenantId customer,
            TicketQuery.Show show,
            Optional<Instant> activeSince,
            Optional<TicketQuery.Place> after,
            int limit) {

        /** Refuses null, and no ticket. */
        public Command {
            Objects.requireNonNull(asker, "asker");
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(show, "show");
            Objects.requireNonNull(activeSince, "activeSince");
            Objects.requireNonNull(after, "after");
            if (limit < 1) {
                throw new IllegalArgumentException("limit is below 1: " + limit);
            }
        }
    }

    /**
     * Some tickets.
     *
     * @param tickets the last active one first
     * @param next where to go on; empty if these are the last
     */
    public record Listed(List<Ticket> tickets, Optional<TicketQuery.Place> next) {

        /** Copies the list. */
        public Listed {
            tickets = List.copyOf(tickets);
            Objects.requireNonNull(next, "next");
        }
    }

    /** The tickets; empty if there is no such customer in service for the asker. */
    public Optional<Listed> execute(Command command) {
        return transactions.inTransaction(now -> groups.findServiceGroupOf(command.customer())
                .filter(group -> standing.serves(command.asker(), group.id()))
                .map(group -> list(group, command)));
    }

    private Listed list(ServiceGroup group, Command command) {
        TicketQuery all = TicketQuery.of(new TicketQuery.OfGroup(group.id()));
        Tickets.Found found = tickets.list(
                new TicketQuery(
                        all.scope(),
                        command.show(),
                        all.product(),
                        all.engineer(),
                        all.among(),
                        all.search(),
                        all.sort(),
                        command.after()),
                command.limit());
        List<Ticket> recent = found.tickets().stream()
                .filter(ticket -> command.activeSince()
                        .filter(ticket.times().activeAt()::isBefore)
                        .isEmpty())
                .toList();
        return new Listed(recent, recent.size() < found.tickets().size() ? Optional.empty() : found.next());
    }
}

package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds a ticket by the number that people call it by, for those who have to do with it. */
@Singleton
public final class FindTicket {

    private final Transactions transactions;
    private final Tickets tickets;
    private final Standing standing;

    /** Takes its collaborators. */
    @Inject
    public FindTicket(Transactions transactions, Tickets tickets, Standing standing) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.standing = standing;
    }

    /** The ticket's group; empty if {@code asker} has nothing to do with the ticket, or there is none. */
    public Optional<GroupId> execute(TicketNumber number, PersonId asker) {
        return transactions.inTransaction(now -> tickets.findByNumber(number)
                .filter(ticket -> standing.of(asker, ticket).isPresent())
                .map(Ticket::id));
    }
}

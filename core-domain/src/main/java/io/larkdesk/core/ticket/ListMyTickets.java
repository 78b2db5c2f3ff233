package io.larkdesk.core.ticket;

import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Tells a person how the tickets are in whose groups the person is. Closed ones are left out, so that the list does not grow for ever. */
@Singleton
public final class ListMyTickets {

    private final Transactions transactions;
    private final Members members;
    private final Tickets tickets;

    /** Takes its collaborators. */
    @Inject
    public ListMyTickets(Transactions transactions, Members members, Tickets tickets) {
        this.transactions = transactions;
        this.members = members;
        this.tickets = tickets;
    }

    /** The tickets that are not closed in whose groups {@code person} is now, the last one opened first. */
    public List<Ticket> execute(PersonId person) {
        return transactions.inTransaction(
                now -> tickets
                        .listAll(members.listOf(person).stream()
                                .map(Member::group)
                                .toList())
                        .stream()
                        .filter(ticket -> ticket.state() != TicketState.CLOSED)
                        .sorted(Comparator.comparing(Ticket::number).reversed())
                        .toList());
    }
}

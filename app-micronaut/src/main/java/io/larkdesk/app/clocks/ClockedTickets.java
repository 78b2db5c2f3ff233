package io.larkdesk.app.clocks;

import io.larkdesk.core.clock.KeepClock;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketCounts;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.Workload;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Stores no ticket without having its clock follow, in the same transaction. */
public final class ClockedTickets implements Tickets {

    private final Tickets tickets;
    private final Transactions transactions;
    private final KeepClock keepClock;

    /** Takes what it stores in. */
    public ClockedTickets(Tickets tickets, Transactions transactions, KeepClock keepClock) {
        this.tickets = tickets;
        this.transactions = transactions;
        this.keepClock = keepClock;
    }

    @Override
    public void save(Ticket ticket) {
        transactions.inTransaction(now -> {
            tickets.save(ticket);
            return keepClock.execute(ticket);
        });
    }

    @Override
    public void noteActivity(GroupId id, Instant at) {
        // A clock goes by what a ticket waits for
        tickets.noteActivity(id, at);
    }

    @Override
    public TicketNumber nextNumber() {
        return tickets.nextNumber();
    }

    @Override
    public void skipNumbers(int many) {
        tickets.skipNumbers(many);
    }

    @Override
    public Optional<Ticket> find(GroupId id) {
        return tickets.find(id);
    }

    @Override
    public Optional<Ticket> findByNumber(TicketNumber number) {
        return tickets.findByNumber(number);
    }

    @Override
    public Optional<Ticket> findByClientId(GroupId serviceGroup, PersonId opener, ClientId clientId) {
        return tickets.findByClientId(serviceGroup, opener, clientId);
    }

    @Override
    public List<Product> listProductsOf(GroupId serviceGroup, PersonId opener, int limit) {
        return tickets.listProductsOf(serviceGroup, opener, limit);
    }

    @Override
    public Optional<Ticket> lock(GroupId id) {
        return tickets.lock(id);
    }

    @Override
    public List<Ticket> listAll(Collection<GroupId> ids) {
        return tickets.listAll(ids);
    }

    @Override
    public Found list(TicketQuery query, int limit) {
        return tickets.list(query, limit);
    }

    @Override
    public TicketCounts count(TicketQuery.Scope scope) {
        return tickets.count(scope);
    }

    @Override
    public List<Workload> lockWorkloads(Collection<PersonId> engineers) {
        return tickets.lockWorkloads(engineers);
    }

    @Override
    public List<GroupId> listHeldBy(PersonId engineer) {
        return tickets.listHeldBy(engineer);
    }

    @Override
    public List<GroupId> listSilent(Instant instant, int limit) {
        return tickets.listSilent(instant, limit);
    }
}

package io.larkdesk.testkit.memory;

import io.larkdesk.core.clock.TicketClock;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.queue.QueueQuery;
import io.larkdesk.core.queue.TicketQueue;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Terms;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tickets as the service team takes them up. */
final class InMemoryTicketQueue implements TicketQueue {

    private final InMemoryTransactions transactions;
    private final InMemoryTickets tickets;
    private final InMemoryGroups groups;
    private final InMemoryMembers members;
    private final InMemoryClocks clocks;

    InMemoryTicketQueue(
            InMemoryTransactions transactions,
            InMemoryTickets tickets,
            InMemoryGroups groups,
            InMemoryMembers members,
            InMemoryClocks clocks) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.groups = groups;
        this.members = members;
        this.clocks = clocks;
    }

    @Override
    public List<Ticket> list(QueueQuery query, int limit) {
        return transactions.atOnce(() -> found(query).limit(limit).toList());
    }

    @Override
    public int count(QueueQuery query, int most) {
        return transactions.atOnce(() -> (int) found(query).limit(most).count());
    }

    private Stream<Ticket> found(QueueQuery query) {
        return tickets.notClosed()
                .filter(ticket -> isIn(query, ticket)
                        && (query.turn().isEmpty() || query.turn().equals(ticket.turn()))
                        && query.customer().map(ticket.id().tenant()::equals).orElse(true)
                        && query.engineer()
                                .map(who -> who.engineer().equals(ticket.engineer()))
                                .orElse(true)
                        && (!query.isAtRisk()
                                || clocks.find(ticket.id())
                                        .filter(TicketClock::isAtRisk)
                                        .isPresent())
                        && query.words().map(words -> isFoundBy(ticket, words)).orElse(true)
                        && query.among().map(only -> only.contains(ticket.id())).orElse(true)
                        && query.after()
                                .map(place -> place.compareTo(QueueQuery.Place.of(ticket)) < 0)
                                .orElse(true))
                .sorted(Comparator.comparing(QueueQuery.Place::of));
    }

    private boolean isIn(QueueQuery query, Ticket ticket) {
        return switch (query.whose()) {
            case MINE -> ticket.engineer().equals(Optional.of(query.asker()));
            case SERVED ->
                members.find(ticket.openedFrom(), query.asker())
                        .filter(Member::isIn)
                        .isPresent();
            case ALL -> true;
        };
    }

    private static boolean isFoundBy(Ticket ticket, TicketWords words) {
        return words.number().equals(Optional.of(ticket.number()))
                || words.find(Terms.of(ticket.title().text()));
    }

    @Override
    public List<TenantId> listCustomers(QueueQuery query, int most) {
        return transactions.atOnce(() -> groups.listServiceGroups().stream()
                .filter(group -> query.whose() == QueueQuery.Whose.ALL
                        || members.find(group, query.asker())
                                .filter(Member::isIn)
                                .isPresent())
                .map(GroupId::tenant)
                .limit(most)
                .toList());
    }
}

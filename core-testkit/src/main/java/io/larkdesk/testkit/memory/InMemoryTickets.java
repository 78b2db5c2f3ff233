package io.larkdesk.testkit.memory;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Terms;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketCounts;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.Workload;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tickets by their ids, and when whom of the service team was given one. */
final class InMemoryTickets implements Tickets {

    private static final Comparator<Ticket> LAST_NUMBER_FIRST =
            Comparator.comparing(Ticket::number).reversed();

    private final InMemoryTransactions transactions;
    private final InMemoryMembers members;
    private final InMemoryMessages messages;
    private final AtomicLong lastNumber = new AtomicLong(1_000);
    private final Table<GroupId, Ticket> tickets;
    private final Table<Object, GroupId> unique;
    private final Table<PersonId, Instant> assigned;

    InMemoryTickets(InMemoryTransactions transactions, InMemoryMembers members, InMemoryMessages messages) {
        this.transactions = transactions;
        this.members = members;
        this.messages = messages;
        this.tickets = new Table<>(transactions);
        this.unique = new Table<>(transactions);
        this.assigned = new Table<>(transactions);
    }

    private record ClientKey(GroupId serviceGroup, PersonId opener, ClientId clientId) {}

    @Override
    public TicketNumber nextNumber() {
        return new TicketNumber(lastNumber.incrementAndGet());
    }

    @Override
    public void skipNumbers(int many) {
        lastNumber.addAndGet(many);
    }

    @Override
    public Optional<Ticket> find(GroupId id) {
        return tickets.find(id);
    }

    @Override
    public Optional<Ticket> findByNumber(TicketNumber number) {
        return unique.find(number).flatMap(this::find);
    }

    @Override
    public Optional<Ticket> findByClientId(GroupId serviceGroup, PersonId opener, ClientId clientId) {
        return unique.find(new ClientKey(serviceGroup, opener, clientId)).flatMap(this::find);
    }

    @Override
    public List<Product> listProductsOf(GroupId serviceGroup, PersonId opener, int limit) {
        return tickets.list().stream()
                .filter(ticket -> ticket.openedFrom().equals(serviceGroup)
                        && ticket.opener().equals(opener))
                .sorted(LAST_NUMBER_FIRST)
                .flatMap(ticket -> ticket.product().stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Ticket> lock(GroupId id) {
        tickets.hold(id);
        return find(id);
    }

    @Override
    public List<Ticket> listAll(Collection<GroupId> ids) {
        return transactions.atOnce(
                () -> ids.stream().distinct().flatMap(id -> find(id).stream()).toList());
    }

    @Override
    public void save(Ticket ticket) {
        transactions.inTransaction(now -> {
            Optional<PersonId> had = lock(ticket.id()).flatMap(Ticket::engineer);
            claim(ticket.number(), ticket.id());
            claim(new ClientKey(ticket.openedFrom(), ticket.opener(), ticket.clientId()), ticket.id());
            tickets.put(ticket.id(), ticket);
            ticket.engineer()
                    .filter(engineer -> !had.equals(Optional.of(engineer)))
                    .ifPresent(engineer -> assigned.put(engineer, ticket.times().changedAt()));
            return ticket;
        });
    }

    @Override
    public void noteActivity(GroupId id, Instant at) {
        transactions.inTransaction(now -> {
            Ticket ticket = lock(id).orElseThrow(() -> new IllegalStateException("there is no ticket " + id));
            tickets.put(id, ticket.activeAt(at));
            return ticket;
        });
    }

    private void claim(Object key, GroupId ticket) {
        unique.hold(key);
        if (unique.find(key).filter(other -> !other.equals(ticket)).isPresent()) {
            throw new ConflictException(
                    "another ticket has the same " + key.getClass().getSimpleName());
        }
        unique.put(key, ticket);
    }

    @Override
    public Found list(TicketQuery query, int limit) {
        List<Ticket> found = tickets.list().stream()
                .filter(query::includes)
                .sorted(order(query.sort()))
                .filter(ticket -> query.after()
                        .map(place -> isAfter(ticket, place, query.sort()))
                        .orElse(true))
                .filter(ticket ->
                        query.search().map(search -> isFoundBy(ticket, search)).orElse(true))
                .limit(limit + 1L)
                .toList();
        return found.size() > limit
                ? new Found(found.subList(0, limit), Optional.of(TicketQuery.Place.of(found.get(limit - 1))))
                : new Found(found, Optional.empty());
    }

    private boolean isFoundBy(Ticket ticket, TicketQuery.Search search) {
        return search.words().number().equals(Optional.of(ticket.number()))
                || Stream.concat(Stream.of(Terms.of(ticket.title().text())), told(ticket, search.reader()))
                        .anyMatch(search.words()::find);
    }

    private Stream<Terms> told(Ticket ticket, PersonId reader) {
        return members.find(ticket.id(), reader).filter(Member::isIn).isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(Terms.of(ticket.description().text())),
                        messages.listAfter(ticket.id(), 0, Integer.MAX_VALUE).stream()
                                .flatMap(message -> message.words().stream())
                                .map(words -> Terms.of(words.body())));
    }

    private static Comparator<Ticket> order(TicketQuery.Sort sort) {
        return switch (sort) {
            case LAST_ACTIVITY ->
                Comparator.<Ticket, Instant>comparing(ticket -> ticket.times().activeAt())
                        .reversed()
                        .thenComparing(LAST_NUMBER_FIRST);
            case NUMBER -> LAST_NUMBER_FIRST;
            case SEVERITY -> Comparator.comparing(Ticket::severity).reversed().thenComparing(LAST_NUMBER_FIRST);
        };
    }

    private static boolean isAfter(Ticket ticket, TicketQuery.Place place, TicketQuery.Sort sort) {
        int first =
                switch (sort) {
                    case LAST_ACTIVITY ->
                        place.activeAt().compareTo(ticket.times().activeAt());
                    case NUMBER -> 0;
                    case SEVERITY -> place.severity().compareTo(ticket.severity());
                };
        return first == 0 ? place.number().compareTo(ticket.number()) > 0 : first > 0;
    }

    @Override
    public TicketCounts count(TicketQuery.Scope scope) {
        return new TicketCounts(tickets.list().stream()
                .filter(TicketQuery.of(scope)::includes)
                .collect(Collectors.groupingBy(Ticket::state, Collectors.summingInt(ticket -> 1))));
    }

    @Override
    public List<Workload> lockWorkloads(Collection<PersonId> engineers) {
        transactions.require();
        return engineers.stream().distinct().sorted().peek(assigned::hold).toList().stream()
                .map(engineer -> new Workload(engineer, open(engineer), assigned.find(engineer)))
                .toList();
    }

    Stream<Ticket> all() {
        return tickets.list().stream();
    }

    /** All that are not closed. */
    Stream<Ticket> notClosed() {
        return tickets.list().stream().filter(ticket -> ticket.state() != TicketState.CLOSED);
    }

    private int open(PersonId engineer) {
        return (int) mine(engineer).filter(ticket -> ticket.state().isOpen()).count();
    }

    private Stream<Ticket> mine(PersonId engineer) {
        return tickets.list().stream().filter(ticket -> ticket.engineer().equals(Optional.of(engineer)));
    }

    @Override
    public List<GroupId> listHeldBy(PersonId engineer) {
        return tickets.list().stream()
                .filter(ticket -> ticket.state() != TicketState.CLOSED
                        && ticket.engineer().equals(Optional.of(engineer)))
                .map(Ticket::id)
                .toList();
    }

    @Override
    public List<GroupId> listSilent(Instant instant, int limit) {
        return tickets.list().stream()
                .filter(ticket -> ticket.state() == TicketState.RESOLVED
                        && !ticket.times().activeAt().isAfter(instant))
                .sorted(Comparator.comparing(ticket -> ticket.times().activeAt()))
                .limit(limit)
                .map(Ticket::id)
                .toList();
    }
}

package io.larkdesk.core.queue;

import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.conversation.Unread;
import io.larkdesk.core.escalation.Emergencies;
import io.larkdesk.core.escalation.ListEmergencies;
import io.larkdesk.core.escalation.Reminder;
import io.larkdesk.core.escalation.Reminders;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.queue.QueueQuery.Whose;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Ticket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists for the staff the tickets that are not closed: those with an Emergency first, then whose turn it is, the longest waiting first. */
@Singleton
public final class ListQueue {

    /** More than these are not counted. */
    public static final int MOST_COUNTED = 1_000;

    /** More customers than these are not listed. */
    public static final int MOST_CUSTOMERS = 200;

    private static final List<Side> TURNS = List.of(Side.SERVICE_TEAM, Side.CUSTOMER);

    private final Transactions transactions;
    private final TicketQueue queue;
    private final Emergencies emergencies;
    private final Reminders reminders;
    private final Members members;
    private final ReadCursors cursors;
    private final People people;
    private final Tenants tenants;
    private final OnDuty onDuty;

    /** Takes its collaborators. */
    @Inject
    public ListQueue(
            Transactions transactions,
            TicketQueue queue,
            Emergencies emergencies,
            Reminders reminders,
            Members members,
            ReadCursors cursors,
            People people,
            Tenants tenants,
            OnDuty onDuty) {
        this.transactions = transactions;
        this.queue = queue;
        this.emergencies = emergencies;
        this.reminders = reminders;
        this.members = members;
        this.cursors = cursors;
        this.people = people;
        this.tenants = tenants;
        this.onDuty = onDuty;
    }

    /**
     * The queue.
     *
     * @param emergencies those with an Emergency, the oldest Emergency first; none unless asked for from the beginning
     * @param parts the others, by whose turn it is
     * @param waiting how many wait for the service team in whose hands; {@link #MOST_COUNTED} may be more. Without what the asker may not ask
     * @param onDutyUntil until when the asker is on duty as an engineer; empty if not on duty now
     */
    public record Listed(
            List<Entry> emergencies, List<Part> parts, Map<Whose, Integer> waiting, Optional<Instant> onDutyUntil) {

        /** Copies the lists and maps. */
        public Listed {
            emergencies = List.copyOf(emergencies);
            parts = List.copyOf(parts);
            waiting = Map.copyOf(waiting);
            Objects.requireNonNull(onDutyUntil, "onDutyUntil");
        }
    }

    /**
     * The tickets for which it is somebody's turn.
     *
     * @param turn whose
     * @param entries the longest waiting first
     * @param next where to go on; empty if these are the last
     */
    public record Part(Side turn, List<Entry> entries, Optional<QueueQuery.Place> next) {

        /** Copies the list. */
        public Part {
            Objects.requireNonNull(turn, "turn");
            entries = List.copyOf(entries);
            Objects.requireNonNull(next, "next");
        }
    }

    /**
     * A ticket in the queue.
     *
     * @param ticket the ticket
     * @param organisation whose it is
     * @param engineer who has it, if anybody does
     * @param unread what the asker has not read of it; empty if that is nothing, or the asker is not in its group
     * @param remindedAt when the customer last pressed [Reminder] since waiting for an answer, if so
     */
    public record Entry(
            Ticket ticket,
            String organisation,
            Optional<Person> engineer,
            Optional<Unread> unread,
            Optional<Instant> remindedAt) {

        /** Refuses null. */
        public Entry {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(organisation, "organisation");
            Objects.requireNonNull(engineer, "engineer");
            Objects.requireNonNull(unread, "unread");
            Objects.requireNonNull(remindedAt, "remindedAt");
        }
    }

    /**
     * The tickets asked for: of the one whose turn it has to be, or of both.
     *
     * @param limit the most of either that are given at once; at least 1
     * @return empty if the asker is not of the staff, or may not ask for all
     */
    public Optional<Listed> execute(QueueQuery query, int limit) {
        return transactions.inTransaction(now -> roleOf(query).map(role -> list(query, limit, role, now)));
    }

    /** What the asker does; empty if the asker may not ask. */
    private Optional<StaffRole> roleOf(QueueQuery query) {
        return people.find(query.asker()).flatMap(Person::role).filter(role -> mayAsk(role)
                .contains(query.whose()));
    }

    /**
     * The customers whose tickets can be asked for, by name; none if they are more than {@link #MOST_CUSTOMERS}, or if {@link #execute} would
     * list nothing.
     */
    public List<Tenant> listCustomers(QueueQuery query) {
        return transactions.inTransaction(now -> {
            List<TenantId> customers = roleOf(query)
                    .map(role -> queue.listCustomers(query, MOST_CUSTOMERS + 1))
                    .orElseGet(List::of);
            return customers.size() > MOST_CUSTOMERS
                    ? List.of()
                    : tenants.listAll(customers).stream()
                            .sorted(Comparator.comparing(Tenant::organisation))
                            .toList();
        });
    }

    /** In whose hands tickets are that somebody with {@code role} may ask for. */
    private static List<Whose> mayAsk(StaffRole role) {
        return role.isForAllCustomers() ? List.of(Whose.values()) : List.of(Whose.MINE, Whose.SERVED);
    }

    private Listed list(QueueQuery query, int limit, StaffRole role, Instant now) {
        List<GroupId> burning = emergencies.listActive(Optional.empty(), ListEmergencies.PAGE).stream()
                .map(emergency -> emergency.id().ticket())
                .toList();
        List<Ticket> hot = query.after().isPresent() ? List.of() : hot(query, burning);
        List<Cut> cuts = query.turn().map(List::of).orElse(TURNS).stream()
                .map(turn -> cut(query, turn, limit, Set.copyOf(burning)))
                .toList();
        Function<List<Ticket>, List<Entry>> entries = describing(
                Stream.concat(hot.stream(), cuts.stream().flatMap(cut -> cut.tickets().stream()))
                        .toList(),
                query.asker());
        return new Listed(
                entries.apply(hot),
                cuts.stream()
                        .map(cut -> new Part(cut.turn(), entries.apply(cut.tickets()), cut.next()))
                        .toList(),
                count(query.asker(), role),
                Optional.ofNullable(onDuty.execute(StaffRole.ENGINEER, now).get(query.asker())));
    }

    private record Cut(Side turn, List<Ticket> tickets, Optional<QueueQuery.Place> next) {}

    private List<Ticket> hot(QueueQuery query, List<GroupId> burning) {
        if (burning.isEmpty()) {
            return List.of();
        }
        Map<GroupId, Ticket> found = byId(queue.list(query.only(Set.copyOf(burning)), burning.size()), Ticket::id);
        return burning.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Those that stand above all are left out, so that no ticket is listed twice. */
    private Cut cut(QueueQuery query, Side turn, int limit, Set<GroupId> burning) {
        List<Ticket> found = queue.list(query.onTurn(turn), limit + 1);
        List<Ticket> page = found.subList(0, Math.min(limit, found.size()));
        return new Cut(
                turn,
                page.stream().filter(ticket -> !burning.contains(ticket.id())).toList(),
                found.size() > limit ? Optional.of(QueueQuery.Place.of(page.get(limit - 1))) : Optional.empty());
    }

    /** Tells of any of {@code tickets} what there is to tell; all of them are looked up at once. */
    private Function<List<Ticket>, List<Entry>> describing(List<Ticket> tickets, PersonId asker) {
        List<GroupId> mine = members
                .listOf(asker, tickets.stream().map(Ticket::id).toList())
                .stream()
                .map(Member::group)
                .toList();
        Map<GroupId, Unread> unread = byId(cursors.listUnread(asker, mine), Unread::group);
        Map<GroupId, Reminder> reminded =
                byId(reminders.listLastOfEach(tickets.stream().map(Ticket::id).toList()), Reminder::ticket);
        Map<TenantId, Tenant> customers = byId(
                tenants.listAll(
                        tickets.stream().map(ticket -> ticket.id().tenant()).collect(Collectors.toSet())),
                Tenant::id);
        Map<PersonId, Person> engineers = byId(
                people.listAll(tickets.stream()
                        .flatMap(ticket -> ticket.engineer().stream())
                        .collect(Collectors.toSet())),
                Person::id);
        return some -> some.stream()
                .map(ticket -> new Entry(
                        ticket,
                        Optional.ofNullable(customers.get(ticket.id().tenant()))
                                .map(Tenant::organisation)
                                .orElseThrow(),
                        ticket.engineer().flatMap(engineer -> Optional.ofNullable(engineers.get(engineer))),
                        Optional.ofNullable(unread.get(ticket.id())),
                        Optional.ofNullable(reminded.get(ticket.id()))
                                .map(Reminder::at)
                                .filter(at -> isWaitingSince(ticket, at))))
                .toList();
    }

    /** Whether the customer waited at {@code at} already, and still does. */
    private static boolean isWaitingSince(Ticket ticket, Instant at) {
        return ticket.times().waitingSince().filter(since -> !since.isAfter(at)).isPresent();
    }

    private Map<Whose, Integer> count(PersonId asker, StaffRole role) {
        return mayAsk(role).stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        whose -> queue.count(QueueQuery.of(whose, asker).onTurn(Side.SERVICE_TEAM), MOST_COUNTED)));
    }

    private static <K, V> Map<K, V> byId(Collection<V> some, Function<V, K> id) {
        return some.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}

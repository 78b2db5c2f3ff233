package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.conversation.Unread;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists the tickets of a service group for its members, and those that somebody of the service team has for that person and those who lead. */
@Singleton
public final class ListTickets {

    private final Transactions transactions;
    private final Members members;
    private final People people;
    private final Tickets tickets;
    private final ReadCursors cursors;
    private final Messages messages;

    /** Takes its collaborators. */
    @Inject
    public ListTickets(
            Transactions transactions,
            Members members,
            People people,
            Tickets tickets,
            ReadCursors cursors,
            Messages messages) {
        this.transactions = transactions;
        this.members = members;
        this.people = people;
        this.tickets = tickets;
        this.cursors = cursors;
        this.messages = messages;
    }

    /**
     * Some tickets.
     *
     * @param entries in the order asked for; perhaps none, although there are more
     * @param next where to go on; empty if these are the last
     * @param counts how many there are in all of the scope, in each state
     * @param people who is named in them
     */
    public record Listed(
            List<Entry> entries, Optional<TicketQuery.Place> next, TicketCounts counts, List<Person> people) {

        /** Copies the lists. */
        public Listed {
            entries = List.copyOf(entries);
            Objects.requireNonNull(next, "next");
            Objects.requireNonNull(counts, "counts");
            people = List.copyOf(people);
        }
    }

    /**
     * A ticket in the list.
     *
     * @param ticket the ticket
     * @param place how its conversation is for the asker; empty if the asker is not in its group
     */
    public record Entry(Ticket ticket, Optional<Talk> place) {

        /** Refuses null. */
        public Entry {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(place, "place");
        }
    }

    /**
     * The conversation of a ticket.
     *
     * @param unread what the asker has not read of it; perhaps nothing
     * @param last what stands last in it
     */
    public record Talk(Unread unread, Optional<Message> last) {

        /** Refuses null. */
        public Talk {
            Objects.requireNonNull(unread, "unread");
            Objects.requireNonNull(last, "last");
        }
    }

    /** At most {@code limit} of the tickets asked for; empty if {@code asker} may not see them. */
    public Optional<Listed> execute(TicketQuery query, int limit, PersonId asker) {
        return transactions.inTransaction(
                now -> query.scope().<Boolean>fold(group -> isIn(group, asker), engineer -> maySee(engineer, asker))
                        ? Optional.of(list(query, limit, asker))
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

    private Listed list(TicketQuery query, int limit, PersonId asker) {
        Tickets.Found found = tickets.list(query, limit);
        Map<GroupId, Talk> talks = talks(found.tickets(), asker);
        List<Entry> entries = found.tickets().stream()
                .map(ticket -> new Entry(ticket, Optional.ofNullable(talks.get(ticket.id()))))
                .toList();
        return new Listed(entries, found.next(), tickets.count(query.scope()), people.listAll(named(entries)));
    }

    private Map<GroupId, Talk> talks(List<Ticket> listed, PersonId asker) {
        List<GroupId> mine = members
                .listOf(asker, listed.stream().map(Ticket::id).toList())
                .stream()
                .map(Member::group)
                .toList();
        Map<GroupId, Unread> unread =
                cursors.listUnread(asker, mine).stream().collect(Collectors.toMap(Unread::group, Function.identity()));
        Map<GroupId, Message> last = messages.listLast(mine).stream()
                .collect(Collectors.toMap(message -> message.id().group(), Function.identity()));
        return mine.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        group -> new Talk(
                                unread.getOrDefault(group, new Unread(group, 0, 0)),
                                Optional.ofNullable(last.get(group)))));
    }

    private static Set<PersonId> named(List<Entry> entries) {
        Set<PersonId> named = new HashSet<>();
        entries.forEach(entry -> {
            named.add(entry.ticket().opener());
            entry.ticket().engineer().ifPresent(named::add);
            entry.place()
                    .flatMap(Talk::last)
                    .ifPresent(last -> named.addAll(last.content().subjects()));
        });
        return named;
    }
}

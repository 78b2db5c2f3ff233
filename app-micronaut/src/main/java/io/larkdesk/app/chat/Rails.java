package io.larkdesk.app.chat;

import io.larkdesk.app.page.RailGroup;
import io.larkdesk.app.page.RailGroup.RailTicket;
import io.larkdesk.core.conversation.ListMyGroups;
import io.larkdesk.core.conversation.ListMyGroups.MyGroup;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.ListMyTickets;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists somebody's groups at the side. Of closed tickets only the one that is shown is there. */
@Singleton
final class Rails {

    private final ListMyGroups listMyGroups;
    private final ListMyTickets listMyTickets;

    Rails(ListMyGroups listMyGroups, ListMyTickets listMyTickets) {
        this.listMyGroups = listMyGroups;
        this.listMyTickets = listMyTickets;
    }

    /** The groups of {@code person}, of which {@code shown} is shown; empty if the person is not in it, or there is none. */
    Optional<List<RailGroup>> around(PersonId person, GroupId shown) {
        return listMyGroups.execute(shown, person).map(my -> of(person, listMyGroups.execute(person), Optional.of(my)));
    }

    /** The groups of {@code person}; the one that is shown, if any is, also if it is not among them. */
    List<RailGroup> of(PersonId person, List<MyGroup> groups, Optional<MyGroup> shown) {
        Optional<GroupId> current = shown.map(my -> my.group().id());
        Map<GroupId, Ticket> tickets = groups.stream().allMatch(Rails::isService)
                ? Map.of()
                : listMyTickets.execute(person).stream().collect(Collectors.toMap(Ticket::id, Function.identity()));
        boolean isListed = groups.stream()
                .anyMatch(my -> current.equals(Optional.of(my.group().id())));
        return Stream.concat(groups.stream(), isListed ? Stream.empty() : shown.stream())
                .map(my -> entry(my, current.equals(Optional.of(my.group().id())), tickets))
                .toList();
    }

    /** The groups of {@code person}, none of which is shown. */
    List<RailGroup> of(PersonId person) {
        return of(person, listMyGroups.execute(person), Optional.empty());
    }

    private static boolean isService(MyGroup my) {
        return my.group().fold(service -> true, ticket -> false);
    }

    private static RailGroup entry(MyGroup my, boolean current, Map<GroupId, Ticket> tickets) {
        return new RailGroup(
                my.group().id().toString(),
                my.group().fold(service -> my.group().name(), TicketGroup::title),
                my.unread().messages(),
                my.unread().mentions(),
                current,
                my.group().fold(service -> Optional.empty(), ticket -> Optional.of(ticket(ticket, tickets))));
    }

    private static RailTicket ticket(TicketGroup group, Map<GroupId, Ticket> tickets) {
        Optional<Ticket> ticket = Optional.ofNullable(tickets.get(group.id()));
        return new RailTicket(
                group.number(),
                ticket.flatMap(Ticket::product).map(Product::name),
                ticket.map(Ticket::state).or(() -> group.closedAt().map(closed -> TicketState.CLOSED)));
    }
}

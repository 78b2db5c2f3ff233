package io.larkdesk.app.chat;

import io.larkdesk.app.page.Rail;
import io.larkdesk.app.page.RailGroup;
import io.larkdesk.app.page.RailGroup.RailTicket;
import io.larkdesk.core.conversation.ListMyGroups;
import io.larkdesk.core.conversation.ListMyGroups.MyGroup;
import io.larkdesk.core.escalation.ListMyEmergencies;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.organisation.CheckAdministrator;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.ListMyTickets;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists somebody's groups at the side, and the Enterprise Service Workstation to which what is shown belongs. Of closed tickets only the
 * one that is shown is there.
 */
@Singleton
public final class Rails {

    private final ListMyGroups listMyGroups;
    private final ListMyTickets listMyTickets;
    private final ListMyEmergencies listMyEmergencies;
    private final CheckAdministrator checkAdministrator;

    Rails(
            ListMyGroups listMyGroups,
            ListMyTickets listMyTickets,
            ListMyEmergencies listMyEmergencies,
            CheckAdministrator checkAdministrator) {
        this.listMyGroups = listMyGroups;
        this.listMyTickets = listMyTickets;
        this.listMyEmergencies = listMyEmergencies;
        this.checkAdministrator = checkAdministrator;
    }

    /** The groups of {@code person}, of which {@code shown} is shown; empty if the person is not in it, or there is none. */
    Optional<Rail> around(PersonId person, GroupId shown) {
        return listMyGroups.execute(shown, person).map(my -> of(person, listMyGroups.execute(person), Optional.of(my)));
    }

    /** The groups of {@code person}; the one that is shown, if any is, also if it is not among them. */
    Rail of(PersonId person, List<MyGroup> groups, Optional<MyGroup> shown) {
        return list(person, groups, shown, workstation(groups, shown), false);
    }

    /** The groups of {@code person}, none of which is shown. */
    public Rail of(PersonId person) {
        return of(person, listMyGroups.execute(person), Optional.empty());
    }

    /** The groups of {@code person}, beside the Workstation of {@code serviceGroup}. */
    public Rail atWorkstation(PersonId person, GroupId serviceGroup) {
        return list(person, listMyGroups.execute(person), Optional.empty(), Optional.of(serviceGroup), true);
    }

    private Rail list(
            PersonId person,
            List<MyGroup> groups,
            Optional<MyGroup> shown,
            Optional<GroupId> workstation,
            boolean isAtWorkstation) {
        Optional<GroupId> current = shown.map(my -> my.group().id());
        boolean hasTickets = !groups.stream().allMatch(Rails::isService);
        Map<GroupId, Ticket> tickets = hasTickets
                ? listMyTickets.execute(person).stream().collect(Collectors.toMap(Ticket::id, Function.identity()))
                : Map.of();
        Set<GroupId> emergencies = hasTickets ? listMyEmergencies.execute(person) : Set.of();
        boolean isListed = groups.stream()
                .anyMatch(my -> current.equals(Optional.of(my.group().id())));
        return new Rail(
                Stream.concat(groups.stream(), isListed ? Stream.empty() : shown.stream())
                        .map(my ->
                                entry(my, current.equals(Optional.of(my.group().id())), tickets, emergencies))
                        .toList(),
                workstation.map(GroupId::toString),
                isAtWorkstation,
                checkAdministrator.execute(person),
                false);
    }

    /** That of the service group that is shown, or from which the shown ticket was opened; else that of the only one. */
    private static Optional<GroupId> workstation(List<MyGroup> groups, Optional<MyGroup> shown) {
        List<GroupId> services = groups.stream()
                .filter(Rails::isService)
                .map(my -> my.group().id())
                .toList();
        return shown.map(my -> my.group().fold(service -> service.id(), TicketGroup::openedFrom))
                .filter(services::contains)
                .or(() -> services.size() == 1 ? services.stream().findFirst() : Optional.empty());
    }

    private static boolean isService(MyGroup my) {
        return my.group().fold(service -> true, ticket -> false);
    }

    private static RailGroup entry(
            MyGroup my, boolean current, Map<GroupId, Ticket> tickets, Set<GroupId> emergencies) {
        return new RailGroup(
                my.group().id().toString(),
                my.group().fold(service -> my.group().name(), TicketGroup::title),
                my.unread().messages(),
                my.unread().mentions(),
                current,
                my.group()
                        .fold(
                                service -> Optional.empty(),
                                ticket -> Optional.of(ticket(ticket, tickets, emergencies))));
    }

    private static RailTicket ticket(TicketGroup group, Map<GroupId, Ticket> tickets, Set<GroupId> emergencies) {
        Optional<Ticket> ticket = Optional.ofNullable(tickets.get(group.id()));
        return new RailTicket(
                group.number(),
                ticket.flatMap(Ticket::product).map(Product::name),
                ticket.map(Ticket::state).or(() -> group.closedAt().map(closed -> TicketState.CLOSED)),
                emergencies.contains(group.id()));
    }
}

package io.larkdesk.app.workstation;

import io.larkdesk.app.chat.Frames;
import io.larkdesk.app.chat.Rails;
import io.larkdesk.app.chat.Views;
import io.larkdesk.app.page.MessageView;
import io.larkdesk.app.page.Participant;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.page.TicketFilter;
import io.larkdesk.app.page.TicketRow;
import io.larkdesk.app.page.WorkstationPage;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.escalation.ShowWorkstation.Workstation;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ShowMembers.Present;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.ticket.ListTickets.Entry;
import io.larkdesk.core.ticket.ListTickets.Talk;
import io.larkdesk.core.ticket.Ticket;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts the tickets of a service group, and who is in it, into the page that shows them. */
@Singleton
final class WorkstationPages {

    /** More tickets than these are on the next page. */
    private static final int PAGE = 50;

    private final Workstations workstations;
    private final Frames frames;
    private final Rails rails;

    WorkstationPages(Workstations workstations, Frames frames, Rails rails) {
        this.workstations = workstations;
        this.frames = frames;
        this.rails = rails;
    }

    /** The page; empty if there is no such service group for the visitor. */
    Optional<WorkstationPage> find(Visitor visitor, GroupId group, TicketFilter filter) {
        return workstations.open(visitor, group, filter).flatMap(open -> open.list(filter.after(), PAGE)
                .map(found -> page(visitor, open, found)));
    }

    private WorkstationPage page(Visitor visitor, OpenWorkstation open, Workstation found) {
        GroupId group = open.shown().group().id();
        List<Participant> participants = open.shown().present().stream()
                .map(present -> participant(present, group))
                .toList();
        return new WorkstationPage(
                frames.around(
                        visitor,
                        open.shown().provider(),
                        tam(participants),
                        rails.atWorkstation(visitor.person().id(), group),
                        "/groups/" + group + "/workstation" + open.filter().query()),
                group.toString(),
                open.shown().group().name(),
                open.shown().organisation(),
                open.filter(),
                rows(visitor, group, found),
                found.listed().next(),
                found.listed().counts(),
                found.emergencies().size(),
                found.products(),
                participants);
    }

    private static Optional<PersonView> tam(List<Participant> participants) {
        return participants.stream()
                .filter(member -> member.role().equals(Optional.of(StaffRole.TAM)))
                .map(Participant::person)
                .findFirst();
    }

    private static Participant participant(Present present, GroupId group) {
        return new Participant(
                Views.person(present.person(), group), present.person().role());
    }

    private static List<TicketRow> rows(Visitor visitor, GroupId group, Workstation found) {
        Map<UUID, PersonView> people = Views.people(found.listed().people(), group);
        return found.listed().entries().stream()
                .map(entry -> row(visitor, entry, people, found))
                .toList();
    }

    private static TicketRow row(Visitor visitor, Entry entry, Map<UUID, PersonView> people, Workstation found) {
        Ticket ticket = entry.ticket();
        boolean maySee = entry.place().isPresent() || Side.of(visitor.person().id(), ticket.id()) == Side.SERVICE_TEAM;
        return new TicketRow(
                ticket,
                maySee ? Optional.of(Addresses.ticket(visitor.tenant().appId(), ticket.number())) : Optional.empty(),
                name(people, ticket.opener()),
                ticket.engineer().flatMap(engineer -> Optional.ofNullable(people.get(engineer.value()))),
                found.emergencies().contains(ticket.number()),
                entry.place().map(Talk::unread),
                entry.place().flatMap(Talk::last).map(last -> MessageView.of(last, people)));
    }

    private static String name(Map<UUID, PersonView> people, PersonId person) {
        return people.getOrDefault(person.value(), PersonView.unknown(person.value()))
                .name();
    }
}

package io.larkdesk.app.chat;

import io.larkdesk.app.page.TicketPanel;
import io.larkdesk.app.page.TicketPanel.Origin;
import io.larkdesk.app.page.TicketPanel.Told;
import io.larkdesk.app.page.TimelineLine;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.ListMyGroups;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Action;
import io.larkdesk.core.ticket.ListCandidates;
import io.larkdesk.core.ticket.ShowTicket;
import io.larkdesk.core.ticket.ShowTicket.Shown;
import io.larkdesk.core.ticket.ShowTimeline;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TimelineEntry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts what is known of a ticket into what stands beside its conversation. */
@Singleton
final class TicketPages {

    /** More entries of the Timeline than these are shown on its own page only. */
    private static final int ENTRIES = 50;

    private final ShowTicket showTicket;
    private final ShowTimeline showTimeline;
    private final ListCandidates listCandidates;
    private final ListMyGroups listMyGroups;

    TicketPages(
            ShowTicket showTicket,
            ShowTimeline showTimeline,
            ListCandidates listCandidates,
            ListMyGroups listMyGroups) {
        this.showTicket = showTicket;
        this.showTimeline = showTimeline;
        this.listCandidates = listCandidates;
        this.listMyGroups = listMyGroups;
    }

    /** The ticket of {@code group}; empty if there is none for the visitor. */
    Optional<TicketPanel> find(Visitor visitor, GroupId group, Told told) {
        return showTicket.execute(group, visitor.person().id()).map(shown -> panel(visitor, shown, told));
    }

    private TicketPanel panel(Visitor visitor, Shown shown, Told told) {
        Ticket ticket = shown.ticket();
        PersonId person = visitor.person().id();
        return new TicketPanel(
                visitor.viewer(),
                visitor.csrf(),
                Addresses.ticket(visitor.tenant().appId(), ticket.number()),
                shown,
                listMyGroups
                        .execute(ticket.openedFrom(), person)
                        .map(my -> new Origin(my.group().name(), MessageAnswers.group(visitor, ticket.openedFrom()))),
                shown.possible().contains(Action.REASSIGN) ? listCandidates.execute(ticket.id(), person) : List.of(),
                lastLines(ticket, person),
                told);
    }

    /** The end of the Timeline, the last entry first. */
    private List<TimelineLine> lastLines(Ticket ticket, PersonId person) {
        return showTimeline
                .execute(ticket.id(), person, 0)
                .flatMap(first -> first.hasMore()
                        ? showTimeline.execute(ticket.id(), person, first.end().place() - ENTRIES)
                        : Optional.of(first))
                .map(shown -> lines(shown, ticket))
                .orElseGet(List::of);
    }

    private static List<TimelineLine> lines(ShowTimeline.Shown shown, Ticket ticket) {
        Map<PersonId, Person> people =
                shown.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<TimelineEntry> entries = shown.entries();
        List<TimelineLine> lines = entries.subList(Math.max(0, entries.size() - ENTRIES), entries.size()).stream()
                .map(entry -> TimelineLine.of(entry, people, ticket.times().openedAt()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(lines);
        return lines;
    }
}

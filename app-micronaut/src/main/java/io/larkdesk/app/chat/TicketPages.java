package io.larkdesk.app.chat;

import io.larkdesk.app.page.ClockLine;
import io.larkdesk.app.page.EscalationPanel;
import io.larkdesk.app.page.NotesView;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.page.TicketPanel;
import io.larkdesk.app.page.TicketPanel.Origin;
import io.larkdesk.app.page.TicketPanel.Told;
import io.larkdesk.app.page.TimelineLine;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.clock.ShowClocks;
import io.larkdesk.core.conversation.ListMyGroups;
import io.larkdesk.core.conversation.NamePeople;
import io.larkdesk.core.escalation.ShowEmergency;
import io.larkdesk.core.escalation.ShowReminding;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Action;
import io.larkdesk.core.ticket.ListCandidates;
import io.larkdesk.core.ticket.ShowNotes;
import io.larkdesk.core.ticket.ShowTicket;
import io.larkdesk.core.ticket.ShowTicket.Shown;
import io.larkdesk.core.ticket.ShowTimeline;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TimelineEntry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what is known of a ticket into what stands beside its conversation. */
@Singleton
final class TicketPages {

    /** More entries of the Timeline than these are shown on its own page only. */
    private static final int ENTRIES = 50;

    private final ShowTicket showTicket;
    private final ShowTimeline showTimeline;
    private final ListCandidates listCandidates;
    private final ListMyGroups listMyGroups;
    private final ShowReminding showReminding;
    private final ShowEmergency showEmergency;
    private final NamePeople namePeople;
    private final ShowNotes showNotes;
    private final ShowClocks showClocks;

    TicketPages(
            ShowTicket showTicket,
            ShowTimeline showTimeline,
            ListCandidates listCandidates,
            ListMyGroups listMyGroups,
            ShowReminding showReminding,
            ShowEmergency showEmergency,
            NamePeople namePeople,
            ShowNotes showNotes,
            ShowClocks showClocks) {
        this.showTicket = showTicket;
        this.showTimeline = showTimeline;
        this.listCandidates = listCandidates;
        this.listMyGroups = listMyGroups;
        this.showReminding = showReminding;
        this.showEmergency = showEmergency;
        this.namePeople = namePeople;
        this.showNotes = showNotes;
        this.showClocks = showClocks;
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
                ClockLine.all(
                        visitor.viewer(),
                        Optional.ofNullable(
                                showClocks.execute(List.of(ticket.id())).get(ticket.id()))),
                listMyGroups
                        .execute(ticket.openedFrom(), person)
                        .map(my -> new Origin(my.group().name(), MessageAnswers.group(visitor, ticket.openedFrom()))),
                shown.possible().contains(Action.REASSIGN) ? listCandidates.execute(ticket.id(), person) : List.of(),
                notes(ticket, person),
                lastLines(ticket, person),
                escalations(visitor, shown),
                told);
    }

    private EscalationPanel escalations(Visitor visitor, Shown shown) {
        GroupId ticket = shown.ticket().id();
        PersonId person = visitor.person().id();
        Optional<ShowReminding.Shown> reminding = showReminding.execute(ticket, person);
        Optional<ShowEmergency.Shown> emergency = showEmergency.ofTicket(ticket, person);
        Set<PersonId> reminded = reminding.map(TicketPages::named).orElseGet(Set::of);
        Map<PersonId, String> names = Stream.concat(
                        emergency.stream().flatMap(found -> found.people().stream()),
                        reminded.isEmpty() ? Stream.empty() : namePeople.execute(ticket, List.of(), reminded).stream())
                .collect(Collectors.toMap(Person::id, named -> named.name().value(), (one, same) -> one));
        return new EscalationPanel(
                visitor.viewer(),
                person,
                shown.isMember() && shown.side() == Side.CUSTOMER,
                shown.side() == Side.SERVICE_TEAM,
                reminding,
                emergency,
                names);
    }

    private static Set<PersonId> named(ShowReminding.Shown reminding) {
        Set<PersonId> named = new HashSet<>();
        if (reminding.state() instanceof ShowReminding.Ready ready) {
            named.add(ready.to());
        }
        reminding.last().ifPresent(last -> {
            named.add(last.by());
            named.add(last.to());
        });
        return named;
    }

    private Optional<NotesView> notes(Ticket ticket, PersonId person) {
        return showNotes.execute(ticket.id(), person).map(shown -> {
            Map<UUID, PersonView> authors = Views.people(shown.authors().values(), ticket.id());
            return new NotesView(
                    shown.notes().stream()
                            .map(note -> new NotesView.Line(
                                    note,
                                    authors.getOrDefault(
                                            note.author().value(),
                                            PersonView.unknown(note.author().value()))))
                            .toList(),
                    UUID.randomUUID().toString());
        });
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

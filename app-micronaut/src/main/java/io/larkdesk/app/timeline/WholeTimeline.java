package io.larkdesk.app.timeline;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.FindTicket;
import io.larkdesk.core.ticket.ShowTimeline;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TimelineEnd;
import io.larkdesk.core.ticket.TimelineEntry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads a Timeline from its beginning to where it ended when the reading began. */
@Singleton
final class WholeTimeline {

    private final FindTicket findTicket;
    private final ShowTimeline showTimeline;

    WholeTimeline(FindTicket findTicket, ShowTimeline showTimeline) {
        this.findTicket = findTicket;
        this.showTimeline = showTimeline;
    }

    /**
     * A Timeline.
     *
     * @param ticket whose it is
     * @param entries all of them, in order
     * @param end the last of them
     * @param people everybody named in them
     */
    record Whole(Ticket ticket, List<TimelineEntry> entries, TimelineEnd end, Set<Person> people) {

        /** Copies the collections. */
        Whole {
            Objects.requireNonNull(ticket, "ticket");
            entries = List.copyOf(entries);
            Objects.requireNonNull(end, "end");
            people = Set.copyOf(people);
        }
    }

    /** The Timeline of the ticket; empty if there is none for {@code asker}. */
    Optional<Whole> find(TicketNumber number, PersonId asker) {
        return findTicket
                .execute(number, asker)
                .flatMap(ticket -> showTimeline.execute(ticket, asker, 0).map(first -> follow(ticket, asker, first)));
    }

    private Whole follow(GroupId ticket, PersonId asker, ShowTimeline.Shown first) {
        TimelineEnd end = first.end();
        List<TimelineEntry> entries = new ArrayList<>(first.entries());
        Set<Person> people = new HashSet<>(first.people());
        Optional<ShowTimeline.Shown> next = Optional.of(first);
        while (entries.size() < end.place()
                && next.filter(ShowTimeline.Shown::hasMore).isPresent()) {
            next = showTimeline.execute(ticket, asker, entries.size());
            next.ifPresent(shown -> {
                entries.addAll(shown.entries());
                people.addAll(shown.people());
            });
        }
        return new Whole(first.ticket(), entries.subList(0, (int) Math.min(entries.size(), end.place())), end, people);
    }
}

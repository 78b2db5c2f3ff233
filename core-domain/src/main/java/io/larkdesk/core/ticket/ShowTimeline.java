package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.ChainHash;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a ticket's Timeline to those who have to do with the ticket, a stretch at a time, for reading and for exporting. */
@Singleton
public final class ShowTimeline {

    /** How many entries one answer has at most. */
    public static final int PAGE = 200;

    private final Transactions transactions;
    private final Tickets tickets;
    private final Standing standing;
    private final Timelines timelines;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ShowTimeline(
            Transactions transactions, Tickets tickets, Standing standing, Timelines timelines, People people) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.standing = standing;
        this.timelines = timelines;
        this.people = people;
    }

    /**
     * A stretch of a Timeline.
     *
     * @param ticket whose it is
     * @param entries in order
     * @param end how far the Timeline goes; with all entries up to there, {@link TimelineChain#verify(List, ChainHash)} proves them
     * @param people everybody named in the entries
     */
    public record Shown(Ticket ticket, List<TimelineEntry> entries, TimelineEnd end, List<Person> people) {

        /** Copies the lists. */
        public Shown {
            Objects.requireNonNull(ticket, "ticket");
            entries = List.copyOf(entries);
            Objects.requireNonNull(end, "end");
            people = List.copyOf(people);
        }

        /** Whether there is more after the last of these entries. */
        public boolean hasMore() {
            return !entries.isEmpty() && entries.get(entries.size() - 1).place() < end.place();
        }
    }

    /**
     * The entries just after a place; empty if {@code asker} has nothing to do with the ticket, or there is none.
     *
     * @param placeExclusive 0 for the beginning
     */
    public Optional<Shown> execute(GroupId ticket, PersonId asker, long placeExclusive) {
        return transactions.inTransaction(now -> tickets.find(ticket)
                .filter(found -> standing.of(asker, found).isPresent())
                .map(found -> {
                    TimelineEnd end = timelines.end(ticket);
                    List<TimelineEntry> entries = timelines.listAfter(ticket, placeExclusive, PAGE).stream()
                            .filter(entry -> entry.place() <= end.place())
                            .toList();
                    Set<PersonId> named = entries.stream()
                            .flatMap(entry -> Stream.concat(entry.by().stream(), entry.about().stream()))
                            .collect(Collectors.toSet());
                    return new Shown(found, entries, end, people.listAll(named));
                }));
    }
}

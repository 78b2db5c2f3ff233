package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells the service team to whom a ticket can be given. */
@Singleton
public final class ListCandidates {

    private static final Comparator<Candidate> ORDER = Comparator.comparing(
                    (Candidate candidate) -> candidate.onDutyUntil().isEmpty())
            .thenComparing(candidate -> candidate.person().name().value())
            .thenComparing(candidate -> candidate.person().id());

    private final Transactions transactions;
    private final Tickets tickets;
    private final Standing standing;
    private final People people;
    private final OnDuty onDuty;

    /** Takes its collaborators. */
    @Inject
    public ListCandidates(Transactions transactions, Tickets tickets, Standing standing, People people, OnDuty onDuty) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.standing = standing;
        this.people = people;
        this.onDuty = onDuty;
    }

    /**
     * Somebody who can have the ticket.
     *
     * @param person one of the staff
     * @param onDutyUntil until when the person is on duty as an engineer; empty if not on duty now
     */
    public record Candidate(Person person, Optional<Instant> onDutyUntil) {

        /** Refuses null. */
        public Candidate {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(onDutyUntil, "onDutyUntil");
        }
    }

    /** All of the staff, those on duty first, then by name; nobody if {@code asker} is not of the service team that serves the ticket. */
    public List<Candidate> execute(GroupId ticket, PersonId asker) {
        return transactions.inTransaction(now -> tickets.find(ticket)
                .filter(found -> standing.isOfServiceTeam(asker, found))
                .map(found -> list(now))
                .orElseGet(List::of));
    }

    private List<Candidate> list(Instant now) {
        Map<PersonId, Instant> until = onDuty.execute(StaffRole.ENGINEER, now);
        return people.listStaff().stream()
                .map(person -> new Candidate(person, Optional.ofNullable(until.get(person.id()))))
                .sorted(ORDER)
                .toList();
    }
}

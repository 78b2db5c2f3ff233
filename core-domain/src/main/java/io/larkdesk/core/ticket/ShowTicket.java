package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the facts of a ticket to those who have to do with it, and what they can do. */
@Singleton
public final class ShowTicket {

    private final Transactions transactions;
    private final Tickets tickets;
    private final Standing standing;
    private final Members members;
    private final People people;
    private final OnDuty onDuty;
    private final TicketPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public ShowTicket(
            Transactions transactions,
            Tickets tickets,
            Standing standing,
            Members members,
            People people,
            OnDuty onDuty,
            TicketPolicy policy) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.standing = standing;
        this.members = members;
        this.people = people;
        this.onDuty = onDuty;
        this.policy = policy;
    }

    /**
     * A ticket and what there is to know of it.
     *
     * @param ticket the ticket
     * @param opener who opened it
     * @param owner whose it is on the customer's side
     * @param engineer who has it
     * @param onDutyUntil until when that person is on duty as an engineer; empty if not on duty now
     * @param side on whose side the asker stands
     * @param isMember whether the asker is in the ticket's group; staff who serve the customer need not be
     * @param possible what the asker can do now
     */
    public record Shown(
            Ticket ticket,
            Optional<Person> opener,
            Optional<Person> owner,
            Optional<Person> engineer,
            Optional<Instant> onDutyUntil,
            Side side,
            boolean isMember,
            Set<Action> possible) {

        /** Copies the set. */
        public Shown {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(opener, "opener");
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(engineer, "engineer");
            Objects.requireNonNull(onDutyUntil, "onDutyUntil");
            Objects.requireNonNull(side, "side");
            possible = Set.copyOf(possible);
        }
    }

    /** The ticket; empty if {@code asker} has nothing to do with it, or there is none. */
    public Optional<Shown> execute(GroupId ticket, PersonId asker) {
        return transactions.inTransaction(now -> tickets.find(ticket)
                .flatMap(found -> standing.of(asker, found).map(side -> show(found, side, asker, now))));
    }

    private Shown show(Ticket ticket, Side side, PersonId asker, Instant now) {
        Set<PersonId> named = Stream.concat(Stream.of(ticket.opener(), ticket.owner()), ticket.engineer().stream())
                .collect(Collectors.toSet());
        Set<Person> known = Set.copyOf(people.listAll(named));
        return new Shown(
                ticket,
                find(known, ticket.opener()),
                find(known, ticket.owner()),
                ticket.engineer().flatMap(engineer -> find(known, engineer)),
                ticket.engineer()
                        .flatMap(engineer -> Optional.ofNullable(
                                onDuty.execute(StaffRole.ENGINEER, now).get(engineer))),
                side,
                members.find(ticket.id(), asker).filter(Member::isIn).isPresent(),
                Arrays.stream(Action.values())
                        .filter(action -> action.isFor(side)
                                && action.isPossible(ticket, now, policy)
                                && (action != Action.HAND_OVER || standing.mayHandOver(asker, ticket)))
                        .collect(Collectors.toSet()));
    }

    private static Optional<Person> find(Set<Person> known, PersonId id) {
        return known.stream().filter(person -> person.id().equals(id)).findFirst();
    }
}

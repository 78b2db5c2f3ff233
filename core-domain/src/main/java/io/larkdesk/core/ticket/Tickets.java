package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The tickets of all tenants, and how many there are. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Tickets {

    /** A number higher than all those given before, for whatever tenant. It stays used, also if the running transaction is rolled back. */
    TicketNumber nextNumber();

    /** Has {@link #nextNumber} leave out the next {@code many}, for good. */
    void skipNumbers(int many);

    /** The ticket, if there is one. */
    Optional<Ticket> find(GroupId id);

    /** The ticket with this number, of whichever tenant. */
    Optional<Ticket> findByNumber(TicketNumber number);

    /** What {@code opener} opened from the service group with this client id. */
    Optional<Ticket> findByClientId(GroupId serviceGroup, PersonId opener, ClientId clientId);

    /** The products of what {@code opener} opened from the service group, the last used first; each once, at most {@code limit}. */
    List<Product> listProductsOf(GroupId serviceGroup, PersonId opener, int limit);

    /**
     * The ticket, held until the running transaction ends: others who lock or save it wait until then, and find what this one leaves.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<Ticket> lock(GroupId id);

    /** Those of {@code ids} that exist, in any order. */
    List<Ticket> listAll(Collection<GroupId> ids);

    /**
     * Stores {@code ticket}, new or changed, and keeps the counts. An engineer who has not had it before has got one when it was changed.
     *
     * @throws io.larkdesk.core.shared.ConflictException if the same opener opened another with the same client id meanwhile, or another has
     *     the same number
     */
    void save(Ticket ticket);

    /**
     * Stores that the ticket was active {@code at} the last time, and changes nothing else of it: what most messages come to.
     *
     * @throws IllegalStateException if there is no such ticket
     */
    void noteActivity(GroupId id, Instant at);

    /**
     * The next of the tickets asked for.
     *
     * @param limit the most that are given at once; at least 1
     */
    Found list(TicketQuery query, int limit);

    /**
     * Some tickets.
     *
     * @param tickets in the order asked for; perhaps none, although there are more
     * @param next the place from which to go on; empty if there are no more
     */
    record Found(List<Ticket> tickets, Optional<TicketQuery.Place> next) {

        /** Copies the list. */
        public Found {
            tickets = List.copyOf(tickets);
            Objects.requireNonNull(next, "next");
        }
    }

    /** How many there are in each state; takes no longer the more there are. */
    TicketCounts count(TicketQuery.Scope scope);

    /**
     * What each of {@code engineers} has to do, held until the running transaction ends: others who lock them, or give one of them a ticket,
     * wait until then. In order of {@link PersonId#compareTo}.
     *
     * @throws IllegalStateException outside a transaction
     */
    List<Workload> lockWorkloads(Collection<PersonId> engineers);

    /** The tickets that {@code engineer} has and that are not closed, in any order. */
    List<GroupId> listHeldBy(PersonId engineer);

    /** At most {@code limit} tickets that are resolved and were active at {@code instant} the last time, or before; those longest silent first. */
    List<GroupId> listSilent(Instant instant, int limit);
}

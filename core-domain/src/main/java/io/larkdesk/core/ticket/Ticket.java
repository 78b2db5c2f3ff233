package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A problem to be solved for a customer.
 *
 * @param id its group's id, which is its own
 * @param openedFrom the service group from which it was opened
 * @param number what people call it by
 * @param title what it is about
 * @param description what the opener told of it
 * @param product to which product it belongs; empty if the opener did not know
 * @param severity how much it hurts
 * @param state how far it is
 * @param opener who opened it
 * @param owner whose it is on the customer's side, who is told how it goes: who opened it, until that is handed to a colleague
 * @param clientId chosen by the opener's browser, unique among the opener's tickets of the service group
 * @param engineer who has it: an engineer, or a TAM; empty if there was nobody to give it to
 * @param version 1 for a new one, and 1 more with each change of what its facts say. Talking is no change
 * @param times when what happened
 * @param resolution what was done; empty while it is open
 * @param rating how well it went; empty until the customer says so
 */
public record Ticket(
        GroupId id,
        GroupId openedFrom,
        TicketNumber number,
        Title title,
        Description description,
        Optional<Product> product,
        Severity severity,
        TicketState state,
        PersonId opener,
        PersonId owner,
        ClientId clientId,
        Optional<PersonId> engineer,
        long version,
        TicketTimes times,
        Optional<Resolution> resolution,
        Optional<Rating> rating) {

    /** Refuses null, a service group of another tenant, and a version below 1. */
    public Ticket {
        if (!id.tenant().equals(openedFrom.tenant())) {
            throw new IllegalArgumentException("openedFrom is a group of another tenant: " + openedFrom);
        }
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(opener, "opener");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(engineer, "engineer");
        if (version < 1) {
            throw new IllegalArgumentException("version is below 1: " + version);
        }
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(rating, "rating");
    }

    /** A ticket whose opener still is its owner. */
    public Ticket(
            GroupId id,
            GroupId openedFrom,
            TicketNumber number,
            Title title,
            Description description,
            Optional<Product> product,
            Severity severity,
            TicketState state,
            PersonId opener,
            ClientId clientId,
            Optional<PersonId> engineer,
            long version,
            TicketTimes times,
            Optional<Resolution> resolution,
            Optional<Rating> rating) {
        this(
                id,
                openedFrom,
                number,
                title,
                description,
                product,
                severity,
                state,
                opener,
                opener,
                clientId,
                engineer,
                version,
                times,
                resolution,
                rating);
    }

    /** The group in which it is discussed. */
    TicketGroup group() {
        return new TicketGroup(id, openedFrom, number, title.text(), times.openedAt(), times.closedAt());
    }

    /** The same new ticket, which somebody has from the beginning, or nobody. */
    Ticket assigned(Optional<PersonId> first) {
        return with(severity, owner, first, resolution, rating);
    }

    /** The same ticket in another state, a version on. */
    Ticket become(TicketState next, Instant now) {
        return new Ticket(
                id,
                openedFrom,
                number,
                title,
                description,
                product,
                severity,
                next,
                opener,
                owner,
                clientId,
                engineer,
                version + 1,
                times.changed(state, next, now),
                next.isOpen() ? Optional.empty() : resolution,
                next.isOpen() ? Optional.empty() : rating);
    }

    Ticket resolved(Resolution done, Instant now) {
        return become(TicketState.RESOLVED, now).with(severity, owner, engineer, Optional.of(done), rating);
    }

    Ticket weighing(Severity other, Instant now) {
        return become(state, now).with(other, owner, engineer, resolution, rating);
    }

    Ticket givenTo(PersonId other, Instant now) {
        return become(state, now).with(severity, owner, Optional.of(other), resolution, rating);
    }

    Ticket handedTo(PersonId other, Instant now) {
        return become(state, now).with(severity, other, engineer, resolution, rating);
    }

    Ticket rated(Rating given, Instant now) {
        return become(state, now).with(severity, owner, engineer, resolution, Optional.of(given));
    }

    /** The same ticket after somebody on {@code side} said something: an answer begins the work, or goes on with it. */
    Ticket said(Side side, Instant now) {
        boolean begins = state == TicketState.NEW && side == Side.SERVICE_TEAM;
        boolean goesOn = state == TicketState.WAITING_FOR_CUSTOMER && side == Side.CUSTOMER;
        Ticket next = begins || goesOn ? become(TicketState.IN_PROGRESS, now) : this;
        return next.with(next.times.said(side, now));
    }

    /** The same ticket, active at {@code now} the last time. */
    public Ticket activeAt(Instant now) {
        return with(times.activeAt(now));
    }

    /** Whose turn it is; empty once it is closed. What the customer says wants an answer, also after it was resolved. */
    public Optional<Side> turn() {
        return switch (state) {
            case NEW, IN_PROGRESS -> Optional.of(Side.SERVICE_TEAM);
            case WAITING_FOR_CUSTOMER -> Optional.of(Side.CUSTOMER);
            case RESOLVED -> Optional.of(times.waitingSince().isPresent() ? Side.SERVICE_TEAM : Side.CUSTOMER);
            case CLOSED -> Optional.empty();
        };
    }

    /** Whether it is resolved, and nobody has said or done anything since {@code instant}, or at it. */
    boolean isSilentSince(Instant instant) {
        return state == TicketState.RESOLVED && !times.activeAt().isAfter(instant);
    }

    private Ticket with(
            Severity how, PersonId whose, Optional<PersonId> who, Optional<Resolution> done, Optional<Rating> given) {
        return new Ticket(
                id,
                openedFrom,
                number,
                title,
                description,
                product,
                how,
                state,
                opener,
                whose,
                clientId,
                who,
                version,
                times,
                done,
                given);
    }

    private Ticket with(TicketTimes other) {
        return new Ticket(
                id,
                openedFrom,
                number,
                title,
                description,
                product,
                severity,
                state,
                opener,
                owner,
                clientId,
                engineer,
                version,
                other,
                resolution,
                rating);
    }
}

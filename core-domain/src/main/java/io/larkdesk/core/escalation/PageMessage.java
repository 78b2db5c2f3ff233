package io.larkdesk.core.escalation;

import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * What a page says, as it is to be said now.
 *
 * @param page which page
 * @param recipient to whom
 * @param emergency as it stands
 * @param ticket of which ticket
 * @param organisation the customer's name
 * @param starter the name of who started it
 * @param actor the name of who is responsible, or ended it, if somebody is or did
 * @param asOf when the attempt began; ages are told from here
 * @param zone by whose clocks the recipient reads times; empty if that is not known
 */
public record PageMessage(
        Page page,
        Person recipient,
        Emergency emergency,
        Ticket ticket,
        String organisation,
        String starter,
        Optional<String> actor,
        Instant asOf,
        Optional<ZoneId> zone) {

    /**
     * The ticket as a page names it.
     *
     * @param number the ticket's number
     * @param title the ticket's title
     */
    public record Ticket(TicketNumber number, String title) {

        /** Refuses null. */
        public Ticket {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(title, "title");
        }
    }

    /** Refuses null. */
    public PageMessage {
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(emergency, "emergency");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(starter, "starter");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(zone, "zone");
    }

    /** The channel's id of what was sent; empty while it is still to be sent. */
    public Optional<String> receipt() {
        return page.state() instanceof Page.Sent sent ? Optional.of(sent.receipt()) : Optional.empty();
    }
}

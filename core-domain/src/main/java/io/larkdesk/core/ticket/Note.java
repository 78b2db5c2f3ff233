package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;

/**
 * An internal note: what the service team tells itself about a ticket. It stands beside the conversation, not in it, so that nothing that is
 * made of the conversation can carry it to the customer.
 *
 * @param ticket about which ticket
 * @param author who wrote it
 * @param clientId chosen by the author's browser, unique among the author's notes on the ticket
 * @param at when
 * @param text the words
 */
public record Note(GroupId ticket, PersonId author, ClientId clientId, Instant at, NoteText text) {

    /** Refuses null. */
    public Note {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
    }
}

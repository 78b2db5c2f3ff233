package io.larkdesk.core.ticket;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.ConversationFeed;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Somebody of the service team notes something about a ticket. Nothing that the customer sees changes by it. */
@Singleton
public final class AddNote {

    private final Transactions transactions;
    private final Tickets tickets;
    private final Standing standing;
    private final Notes notes;
    private final ConversationFeed feed;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public AddNote(
            Transactions transactions,
            Tickets tickets,
            Standing standing,
            Notes notes,
            ConversationFeed feed,
            RecordAudit audit) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.standing = standing;
        this.notes = notes;
        this.feed = feed;
        this.audit = audit;
    }

    /**
     * What is to be noted.
     *
     * @param ticket about which ticket
     * @param author who notes it
     * @param clientId the browser's id of this note, the same for each try
     * @param text the words
     */
    public record Command(GroupId ticket, PersonId author, ClientId clientId, NoteText text) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Whether it is noted, by this try or one before; not if the author is not of the service team of such a ticket. */
    public boolean execute(Command command) {
        return transactions.inTransaction(now -> {
            Optional<Ticket> ticket =
                    tickets.find(command.ticket()).filter(found -> standing.isOfServiceTeam(command.author(), found));
            ticket.filter(found -> notes.add(
                            new Note(command.ticket(), command.author(), command.clientId(), now, command.text())))
                    .ifPresent(noted -> {
                        transactions.afterCommit(() -> feed.noted(noted.id()));
                        record(noted, command);
                    });
            return ticket.isPresent();
        });
    }

    private void record(Ticket ticket, Command command) {
        audit.execute(new AuditEvent(
                AuditBook.of(ticket.id().tenant()),
                AuditActor.of(command.author()),
                AuditAction.NOTE_ADDED,
                AuditSubject.of(AuditSubject.Kind.TICKET, ticket.number().value()),
                AuditChanges.NONE.and(
                        AuditField.LENGTH, AuditDetail.of(command.text().text().length()))));
    }
}

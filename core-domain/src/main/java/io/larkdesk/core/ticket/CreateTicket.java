package io.larkdesk.core.ticket;

import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.attachment.AttachmentPolicy;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A member of a service group opens a ticket, and with it the ticket's group, in which files that come with it are the first message. It gets a
 * number, and somebody who has it and is told; all of it or nothing. The same client id opens one, however often it is tried.
 */
@Singleton
public final class CreateTicket {

    private final Transactions transactions;
    private final Groups groups;
    private final Members members;
    private final Tickets tickets;
    private final Products products;
    private final OpenTicket openTicket;
    private final AttachFiles attachFiles;
    private final PostMessage postMessage;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public CreateTicket(
            Transactions transactions,
            Groups groups,
            Members members,
            Tickets tickets,
            Products products,
            OpenTicket openTicket,
            AttachFiles attachFiles,
            PostMessage postMessage,
            Randomness randomness) {
        this.transactions = transactions;
        this.groups = groups;
        this.members = members;
        this.tickets = tickets;
        this.products = products;
        this.openTicket = openTicket;
        this.attachFiles = attachFiles;
        this.postMessage = postMessage;
        this.randomness = randomness;
    }

    /**
     * What is wanted.
     *
     * @param serviceGroup from which group
     * @param opener who wants it
     * @param clientId the browser's id of this ticket, the same for each try
     * @param title what it is about
     * @param description what there is to tell
     * @param product to which product it belongs; empty if the opener does not know
     * @param severity how much it hurts
     * @param files uploaded by the opener into the service group and not sent yet, in order
     */
    public record Command(
            GroupId serviceGroup,
            PersonId opener,
            ClientId clientId,
            Title title,
            Description description,
            Optional<Product> product,
            Severity severity,
            List<AttachmentId> files) {

        /** Copies the list. */
        public Command {
            Objects.requireNonNull(serviceGroup, "serviceGroup");
            Objects.requireNonNull(opener, "opener");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(severity, "severity");
            files = List.copyOf(files);
        }

        /** A ticket without files. */
        public Command(
                GroupId serviceGroup,
                PersonId opener,
                ClientId clientId,
                Title title,
                Description description,
                Optional<Product> product,
                Severity severity) {
            this(serviceGroup, opener, clientId, title, description, product, severity, List.of());
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * There is the ticket.
     *
     * @param ticket as it is now; an earlier try may have opened it
     */
    public record Created(Ticket ticket) implements Result {

        /** Refuses null. */
        public Created {
            Objects.requireNonNull(ticket, "ticket");
        }
    }

    /** The provider gives no support for that product. */
    public record UnknownProduct() implements Result {}

    /**
     * Files stand in the way, and nothing was opened.
     *
     * @param problem what is wrong with them; too many are more than {@value AttachmentPolicy#MOST_IN_A_NEW_TICKET}
     */
    public record FilesRefused(AttachFiles.Problem problem) implements Result {}

    /** The opener is not in the group, there is none, or it is no service group. */
    public record NotAMember() implements Result {}

    /** Opens it, unless it was opened before. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            boolean isServiceGroup = groups.find(command.serviceGroup())
                    .map(group -> group.<Boolean>fold(service -> true, ticket -> false))
                    .orElse(false);
            if (!isServiceGroup
                    || members.find(command.serviceGroup(), command.opener())
                            .filter(Member::isIn)
                            .isEmpty()) {
                return new NotAMember();
            }
            Optional<Ticket> earlier = findEarlier(command);
            if (earlier.isPresent()) {
                return new Created(earlier.get());
            }
            if (command.product().isPresent()
                    && !products.list().contains(command.product().get())) {
                return new UnknownProduct();
            }
            return open(command, now);
        });
    }

    private Optional<Ticket> findEarlier(Command command) {
        return tickets.findByClientId(command.serviceGroup(), command.opener(), command.clientId());
    }

    private Result open(Command command, Instant now) {
        if (command.files().size() > AttachmentPolicy.MOST_IN_A_NEW_TICKET) {
            return new FilesRefused(AttachFiles.Problem.TOO_MANY_FILES);
        }
        Ticket draft = draft(command, now);
        AttachFiles.Result files =
                attachFiles.move(command.serviceGroup(), draft.id(), command.opener(), command.files());
        if (files instanceof AttachFiles.Refused refused) {
            // Another try with the same client id may have opened it with them, while this one waited for the files
            return findEarlier(command).<Result>map(Created::new).orElseGet(() -> new FilesRefused(refused.problem()));
        }
        Ticket ticket = openTicket.execute(draft, now);
        send(ticket, ((AttachFiles.Attached) files).attachments());
        return new Created(ticket);
    }

    private void send(Ticket ticket, List<Attachment> files) {
        if (files.isEmpty()) {
            return;
        }
        PostMessage.Result result = postMessage.execute(new PostMessage.Command(
                ticket.id(),
                ticket.opener(),
                ticket.clientId(),
                MessageBody.NONE,
                files.stream().map(Attachment::id).toList()));
        if (!(result instanceof PostMessage.Posted)) {
            throw new IllegalStateException("the files of " + ticket.number() + " could not be sent: " + result);
        }
    }

    /** The ticket before anybody has it. */
    private Ticket draft(Command command, Instant now) {
        return new Ticket(
                new GroupId(command.serviceGroup().tenant(), randomness.uuid()),
                command.serviceGroup(),
                tickets.nextNumber(),
                command.title(),
                command.description(),
                command.product(),
                command.severity(),
                TicketState.NEW,
                command.opener(),
                command.clientId(),
                Optional.empty(),
                1,
                TicketTimes.from(now),
                Optional.empty(),
                Optional.empty());
    }
}

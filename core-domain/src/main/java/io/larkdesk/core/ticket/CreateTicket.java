package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.ClientId;
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
import java.util.Objects;
import java.util.Optional;

/**
 * A member of a service group opens a ticket, and with it the ticket's group. It gets a number, and somebody who has it and is told; all of it
 * or nothing. The same client id opens one, however often it is tried.
 */
@Singleton
public final class CreateTicket {

    private final Transactions transactions;
    private final Groups groups;
    private final Members members;
    private final Tickets tickets;
    private final Products products;
    private final OpenTicket openTicket;
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
            Randomness randomness) {
        this.transactions = transactions;
        this.groups = groups;
        this.members = members;
        this.tickets = tickets;
        this.products = products;
        this.openTicket = openTicket;
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
     */
    public record Command(
            GroupId serviceGroup,
            PersonId opener,
            ClientId clientId,
            Title title,
            Description description,
            Optional<Product> product,
            Severity severity) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(serviceGroup, "serviceGroup");
            Objects.requireNonNull(opener, "opener");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(severity, "severity");
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
            Optional<Ticket> earlier =
                    tickets.findByClientId(command.serviceGroup(), command.opener(), command.clientId());
            if (earlier.isPresent()) {
                return new Created(earlier.get());
            }
            if (command.product().isPresent()
                    && !products.list().contains(command.product().get())) {
                return new UnknownProduct();
            }
            return new Created(openTicket.execute(draft(command, now), now));
        });
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

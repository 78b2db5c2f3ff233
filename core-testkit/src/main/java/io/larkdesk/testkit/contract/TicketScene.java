package io.larkdesk.testkit.contract;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketTimes;
import io.larkdesk.core.ticket.Title;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A service group from which tickets are opened, and two engineers who may have them. */
abstract class TicketScene extends StoresContract {

    static final int AT_ONCE = 8;
    static final int PAGE = 3;

    ServiceGroup group;
    Person ann;
    Person eva;
    Person eli;

    @BeforeEach
    void bindGroup() {
        Tenant acme = scene().customer("Acme");
        Tenant provider = scene().provider("Alder Cloud");
        group = scene().group(acme);
        ann = scene().person(acme, "Ann");
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER);
        eli = scene().staff(provider, "Eli", StaffRole.ENGINEER);
    }

    Ticket saved(TicketState state, Instant at, Severity severity, Optional<PersonId> engineer) {
        TicketNumber number = stores().tickets().nextNumber();
        Ticket ticket =
                ticket(number, Title.parse("Ticket " + number), Description.NONE, state, at, severity, engineer);
        stores().tickets().save(ticket);
        return ticket;
    }

    Ticket ticket(
            TicketNumber number,
            Title title,
            Description description,
            TicketState state,
            Instant at,
            Severity severity,
            Optional<PersonId> engineer) {
        return new Ticket(
                new GroupId(group.id().tenant(), new UUID(1, number.value())),
                group.id(),
                number,
                title,
                description,
                Optional.of(new Product("P" + number.value() % 3)),
                severity,
                state,
                ann.id(),
                new ClientId(new UUID(2, number.value())),
                engineer,
                1,
                TicketTimes.from(at),
                Optional.empty(),
                Optional.empty());
    }

    static Ticket moved(Ticket ticket, TicketState state, Optional<PersonId> engineer, Instant now) {
        return new Ticket(
                ticket.id(),
                ticket.openedFrom(),
                ticket.number(),
                ticket.title(),
                ticket.description(),
                ticket.product(),
                ticket.severity(),
                state,
                ticket.opener(),
                ticket.clientId(),
                engineer,
                ticket.version() + 1,
                new TicketTimes(
                        ticket.times().openedAt(),
                        now,
                        now,
                        ticket.times().resolvedAt(),
                        ticket.times().closedAt(),
                        ticket.times().waitingSince()),
                ticket.resolution(),
                ticket.rating());
    }
}

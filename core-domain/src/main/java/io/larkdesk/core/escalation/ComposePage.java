package io.larkdesk.core.escalation;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.QuietTimes;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Puts a page into words: names, ticket and organisation, as they are now. */
@Singleton
public final class ComposePage {

    private static final String SOMEBODY = "?";

    private final Tickets tickets;
    private final Tenants tenants;
    private final People people;
    private final QuietTimes quietTimes;

    /** Takes its collaborators. */
    @Inject
    public ComposePage(Tickets tickets, Tenants tenants, People people, QuietTimes quietTimes) {
        this.tickets = tickets;
        this.tenants = tenants;
        this.people = people;
        this.quietTimes = quietTimes;
    }

    PageMessage execute(Page page, Emergency emergency, Instant now) {
        Ticket ticket = tickets.find(emergency.id().ticket()).orElseThrow();
        Optional<PersonId> actor = emergency
                .acknowledgement()
                .map(Emergency.Acknowledged::by)
                .or(() -> emergency.ending().map(Emergency.Ended::by));
        return new PageMessage(
                page,
                people.find(page.person()).orElseThrow(),
                emergency,
                new PageMessage.Ticket(ticket.number(), ticket.title().text()),
                tenants.get(ticket.id().tenant()).organisation(),
                name(emergency.start().by()),
                actor.map(this::name),
                now,
                quietTimes.get(page.person()).zone());
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::name).map(name -> name.value()).orElse(SOMEBODY);
    }
}

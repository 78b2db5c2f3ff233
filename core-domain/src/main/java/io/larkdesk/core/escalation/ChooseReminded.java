package io.larkdesk.core.escalation;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.ticket.Ticket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Decides who is told of a Reminder: the ticket's engineer if on duty, else an engineer who is, else a TAM. Part of sending one.
 */
@Singleton
public final class ChooseReminded {

    private final People people;
    private final OnDuty onDuty;

    /** Takes its collaborators. */
    @Inject
    public ChooseReminded(People people, OnDuty onDuty) {
        this.people = people;
        this.onDuty = onDuty;
    }

    /** Empty only if there is neither an engineer on duty nor any TAM. */
    Optional<PersonId> execute(Ticket ticket, Instant now) {
        Collection<PersonId> engineers = onDuty.execute(StaffRole.ENGINEER, now).keySet();
        return ticket.engineer()
                .filter(engineers::contains)
                .or(() -> engineers.stream().findFirst())
                .or(() -> tam(now));
    }

    /** A TAM on duty, or where none is, any. */
    Optional<PersonId> tam(Instant now) {
        return onDuty.execute(StaffRole.TAM, now).keySet().stream().findFirst().or(() -> people.listStaff().stream()
                .filter(person -> person.is(StaffRole.TAM))
                .map(Person::id)
                .sorted()
                .findFirst());
    }
}

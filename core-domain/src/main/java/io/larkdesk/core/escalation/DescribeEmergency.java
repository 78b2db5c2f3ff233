package io.larkdesk.core.escalation;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Standing;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Timelines;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Puts together what staff see of an Emergency; part of showing them. */
@Singleton
public final class DescribeEmergency {

    private final ShowEmergency showEmergency;
    private final Tickets tickets;
    private final Timelines timelines;
    private final Tenants tenants;
    private final People people;
    private final Standing standing;

    /** Takes its collaborators. */
    @Inject
    public DescribeEmergency(
            ShowEmergency showEmergency,
            Tickets tickets,
            Timelines timelines,
            Tenants tenants,
            People people,
            Standing standing) {
        this.showEmergency = showEmergency;
        this.tickets = tickets;
        this.timelines = timelines;
        this.tenants = tenants;
        this.people = people;
        this.standing = standing;
    }

    /**
     * An Emergency as staff see it.
     *
     * @param shown how it stands
     * @param ticket its ticket
     * @param organisation whose it is
     * @param answer who acknowledged it first, and when; empty if nobody has
     * @param mayOpen whether the ticket's page is there for the asker; else acknowledging leads there
     */
    public record Described(
            ShowEmergency.Shown shown, Ticket ticket, String organisation, Optional<Answer> answer, boolean mayOpen) {

        /** Refuses null. */
        public Described {
            Objects.requireNonNull(shown, "shown");
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(organisation, "organisation");
            Objects.requireNonNull(answer, "answer");
        }

        /** Which. */
        public EmergencyId id() {
            return shown.emergency().id();
        }
    }

    /**
     * That somebody acknowledged.
     *
     * @param name who; empty if the person is gone
     * @param after how long after the start
     */
    public record Answer(Optional<String> name, Duration after) {

        /** Refuses null. */
        public Answer {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(after, "after");
        }
    }

    /** {@code emergency} as {@code asker}, who is of the staff, sees it at {@code now}. */
    Described execute(Emergency emergency, PersonId asker, Instant now) {
        Ticket ticket = tickets.find(emergency.id().ticket()).orElseThrow();
        return new Described(
                showEmergency.show(emergency, now),
                ticket,
                tenants.get(ticket.id().tenant()).organisation(),
                firstAnswer(emergency),
                standing.of(asker, ticket).isPresent());
    }

    /** Of an Emergency that was handed over, or is over, only the Timeline knows it. */
    private Optional<Answer> firstAnswer(Emergency emergency) {
        if (emergency.isUnacknowledged() && emergency.version() == 1) {
            return Optional.empty();
        }
        Instant start = emergency.start().at();
        return timelines
                .findFirst(emergency.id().ticket(), TimelineEntry.Kind.EMERGENCY_ACKNOWLEDGED, start)
                .filter(entry -> emergency
                        .ending()
                        .filter(ended -> entry.at().isAfter(ended.at()))
                        .isEmpty())
                .map(entry -> new Answer(
                        entry.by().flatMap(people::find).map(Person::name).map(Object::toString),
                        Duration.between(start, entry.at())));
    }
}

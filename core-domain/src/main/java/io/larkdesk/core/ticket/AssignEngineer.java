package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides who gets a new ticket: of the engineers on duty the one with the fewest open tickets, and of those the one who has been longest
 * without a new one; with nobody on duty, the customer's TAM. Part of creating a ticket.
 */
@Singleton
public final class AssignEngineer {

    private final OnDuty onDuty;
    private final Tickets tickets;
    private final Members members;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public AssignEngineer(OnDuty onDuty, Tickets tickets, Members members, People people) {
        this.onDuty = onDuty;
        this.tickets = tickets;
        this.members = members;
        this.people = people;
    }

    /**
     * Who gets it.
     *
     * @param engineer an engineer on duty, or the TAM; empty if there is neither
     * @param until until when the engineer is on duty; empty if nobody is
     * @param tam who looks after the customer, if anybody in the service group is a TAM
     */
    record Assignment(Optional<PersonId> engineer, Optional<Instant> until, Optional<PersonId> tam) {}

    Assignment execute(GroupId serviceGroup, Instant now) {
        Optional<PersonId> tam = findTam(serviceGroup);
        Map<PersonId, Instant> engineers = onDuty.execute(StaffRole.ENGINEER, now);
        return tickets.lockWorkloads(engineers.keySet()).stream()
                .min(Workload.FAIREST)
                .map(Workload::engineer)
                .map(fairest -> new Assignment(
                        Optional.of(fairest), Optional.of(Objects.requireNonNull(engineers.get(fairest))), tam))
                .orElseGet(() -> new Assignment(tam, Optional.empty(), tam));
    }

    /** The first TAM who joined. */
    private Optional<PersonId> findTam(GroupId serviceGroup) {
        List<PersonId> team = members.list(serviceGroup).stream()
                .filter(member -> member.side() == Side.SERVICE_TEAM)
                .map(Member::person)
                .toList();
        Set<PersonId> tams = people.listAll(team).stream()
                .filter(person -> person.role().equals(Optional.of(StaffRole.TAM)))
                .map(Person::id)
                .collect(Collectors.toSet());
        return team.stream().filter(tams::contains).findFirst();
    }
}

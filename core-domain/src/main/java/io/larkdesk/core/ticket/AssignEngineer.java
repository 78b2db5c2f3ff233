package io.larkdesk.core.ticket;

import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.GroupId;
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

/**
 * Decides who gets a new ticket: of the engineers on duty the one with the fewest open tickets, and of those the one who has been longest
 * without a new one; with nobody on duty, the customer's TAM. Part of creating a ticket.
 */
@Singleton
public final class AssignEngineer {

    private final OnDuty onDuty;
    private final Tickets tickets;
    private final FindTam findTam;

    /** Takes its collaborators. */
    @Inject
    public AssignEngineer(OnDuty onDuty, Tickets tickets, FindTam findTam) {
        this.onDuty = onDuty;
        this.tickets = tickets;
        this.findTam = findTam;
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
        Optional<PersonId> tam = findTam.execute(serviceGroup).map(Person::id);
        List<Workload> workloads =
                tickets.lockWorkloads(onDuty.execute(StaffRole.ENGINEER, now).keySet());
        // Asked again: whoever takes a role away holds that person's workload until it is done
        Map<PersonId, Instant> engineers = onDuty.execute(StaffRole.ENGINEER, now);
        return workloads.stream()
                .filter(workload -> engineers.containsKey(workload.engineer()))
                .min(Workload.FAIREST)
                .map(Workload::engineer)
                .map(fairest -> new Assignment(
                        Optional.of(fairest), Optional.of(Objects.requireNonNull(engineers.get(fairest))), tam))
                .orElseGet(() -> new Assignment(tam, Optional.empty(), tam));
    }
}

package io.larkdesk.core.escalation;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells to whom an Emergency can be handed over; part of showing them. */
@Singleton
public final class ListTakers {

    private static final Comparator<Taker> ORDER = Comparator.comparing((Taker taker) -> !taker.isOnDuty())
            .thenComparing(taker -> taker.person().name().value())
            .thenComparing(taker -> taker.person().id());

    private final People people;
    private final OnDuty onDuty;

    /** Takes its collaborators. */
    @Inject
    public ListTakers(People people, OnDuty onDuty) {
        this.people = people;
        this.onDuty = onDuty;
    }

    /**
     * Somebody who can have an Emergency.
     *
     * @param person one of the staff
     * @param isOnDuty whether the person is on duty now, in whatever role
     */
    public record Taker(Person person, boolean isOnDuty) {

        /** Refuses null. */
        public Taker {
            Objects.requireNonNull(person, "person");
        }
    }

    /** All of the staff, those on duty at {@code now} first, then by name. */
    List<Taker> execute(Instant now) {
        Set<PersonId> present = Arrays.stream(StaffRole.values())
                .flatMap(role -> onDuty.execute(role, now).keySet().stream())
                .collect(Collectors.toSet());
        return people.listStaff().stream()
                .map(person -> new Taker(person, present.contains(person.id())))
                .sorted(ORDER)
                .toList();
    }
}

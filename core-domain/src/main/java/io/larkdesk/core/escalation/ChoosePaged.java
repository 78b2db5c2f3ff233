package io.larkdesk.core.escalation;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Decides who is paged: of each level those on duty, or, where nobody is on duty in any of a policy's roles, all TAMs and duty managers. Part of
 * paging, and of telling beforehand who will be.
 */
@Singleton
public final class ChoosePaged {

    private static final Set<StaffRole> INSTEAD = EnumSet.of(StaffRole.TAM, StaffRole.DUTY_MANAGER);

    private final People people;
    private final OnDuty onDuty;

    /** Takes its collaborators. */
    @Inject
    public ChoosePaged(People people, OnDuty onDuty) {
        this.people = people;
        this.onDuty = onDuty;
    }

    boolean isAnybodyOnDuty(EscalationPolicy policy, Instant now) {
        return policy.steps().stream()
                .map(EscalationPolicy.Step::level)
                .distinct()
                .anyMatch(level -> !onDuty(level, now).isEmpty());
    }

    Collection<PersonId> onDuty(StaffRole level, Instant now) {
        return onDuty.execute(level, now).keySet();
    }

    Collection<PersonId> instead() {
        return people.listStaff().stream()
                .filter(person -> person.role().filter(INSTEAD::contains).isPresent())
                .map(Person::id)
                .sorted()
                .toList();
    }
}

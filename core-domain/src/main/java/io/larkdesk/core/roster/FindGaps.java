package io.larkdesk.core.roster;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds when nobody will be on duty; part of telling of it. */
@Singleton
public final class FindGaps {

    private final People people;
    private final Roster roster;

    /** Takes its collaborators. */
    @Inject
    public FindGaps(People people, Roster roster) {
        this.people = people;
        this.roster = roster;
    }

    /** The gaps of engineers and of duty managers between {@code from} and {@code until}, by role, then by time. */
    public List<Gap> execute(TenantId provider, Instant from, Instant until) {
        Set<PersonId> staff = people.listStaff().stream().map(Person::id).collect(Collectors.toSet());
        List<Shift> shifts = roster.listDuring(provider, from, until).stream()
                .filter(shift -> staff.contains(shift.person()))
                .toList();
        return Gaps.of(Duties.of(shifts, roster.listAbsences(provider, from, until)), from, until);
    }
}

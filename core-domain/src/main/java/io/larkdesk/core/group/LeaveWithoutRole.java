package io.larkdesk.core.group;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.RoleObserver;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Whose role is taken away is put out of the customers' groups. */
@Singleton
public final class LeaveWithoutRole implements RoleObserver {

    private final Members members;
    private final MoveMember moveMember;

    /** Takes its collaborators. */
    @Inject
    public LeaveWithoutRole(Members members, MoveMember moveMember) {
        this.members = members;
        this.moveMember = moveMember;
    }

    @Override
    public void changed(Person person, PersonId administrator, Instant now) {
        if (person.role().isPresent()) {
            return;
        }
        // Always in the same order: two who leave the same groups do not wait for each other
        List<Member> places = members.listOf(person.id()).stream()
                .sorted(Comparator.comparing(member -> member.group().toString()))
                .toList();
        places.forEach(place -> moveMember.execute(place.removed(administrator, now)));
    }
}

package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Whose role is taken away is put out of the customers' groups; part of taking a role away. */
@Singleton
public final class LeaveWithoutRole {

    private final Members members;
    private final MoveMember moveMember;

    /** Takes its collaborators. */
    @Inject
    public LeaveWithoutRole(Members members, MoveMember moveMember) {
        this.members = members;
        this.moveMember = moveMember;
    }

    /** Puts {@code person} out, since {@code administrator} said so. */
    public void execute(PersonId person, PersonId administrator, Instant now) {
        // Always in the same order: two who leave the same groups do not wait for each other
        List<Member> places = members.listOf(person).stream()
                .sorted(Comparator.comparing(member -> member.group().toString()))
                .toList();
        places.forEach(place -> moveMember.execute(place.removed(administrator, now)));
        // Where nobody writes any more nothing is noted
        members.leaveClosed(person, administrator, now);
    }
}

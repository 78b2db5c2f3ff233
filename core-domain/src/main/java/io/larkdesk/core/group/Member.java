package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A person's place in a group, also after leaving it.
 *
 * @param group the group
 * @param person the person
 * @param joinedAt when the person came, the last time
 * @param invitedBy whose invite brought the person, the last time; empty for who came without one
 * @param leftAt when the person left; empty while in the group
 * @param removedBy who removed the person; empty while in the group, and for who left by themselves
 */
public record Member(
        GroupId group,
        PersonId person,
        Instant joinedAt,
        Optional<PersonId> invitedBy,
        Optional<Instant> leftAt,
        Optional<PersonId> removedBy) {

    /** Refuses null, and somebody who was removed and is in. */
    public Member {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(joinedAt, "joinedAt");
        Objects.requireNonNull(invitedBy, "invitedBy");
        Objects.requireNonNull(leftAt, "leftAt");
        if (removedBy.isPresent() && leftAt.isEmpty()) {
            throw new IllegalArgumentException("removedBy is given of somebody who is in the group: " + person);
        }
    }

    /** Somebody who came without an invite, and left, if at all, by themselves. */
    public Member(GroupId group, PersonId person, Instant joinedAt, Optional<Instant> leftAt) {
        this(group, person, joinedAt, Optional.empty(), leftAt, Optional.empty());
    }

    static Member join(GroupId group, PersonId person, Instant now) {
        return new Member(group, person, now, Optional.empty());
    }

    /** The person in the group from {@code now} on, by an invite of {@code inviter}. */
    static Member join(GroupId group, PersonId person, PersonId inviter, Instant now) {
        return new Member(group, person, now, Optional.of(inviter), Optional.empty(), Optional.empty());
    }

    Member leave(Instant now) {
        return goneAt(now, Optional.empty());
    }

    Member removed(PersonId remover, Instant now) {
        return goneAt(now, Optional.of(remover));
    }

    private Member goneAt(Instant now, Optional<PersonId> remover) {
        if (!isIn()) {
            throw new IllegalStateException("the person has left the group already");
        }
        return new Member(group, person, joinedAt, invitedBy, Optional.of(now), remover);
    }

    /** Whether the person is in the group now. */
    public boolean isIn() {
        return leftAt.isEmpty();
    }

    /** Whether somebody else has put the person out at {@code instant} or later. */
    public boolean isRemovedSince(Instant instant) {
        return removedBy.isPresent()
                && leftAt.filter(left -> !left.isBefore(instant)).isPresent();
    }

    /** On whose side the person stands. */
    public Side side() {
        return Side.of(person, group);
    }
}

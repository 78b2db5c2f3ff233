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
 * @param leftAt when the person left; empty while in the group
 */
public record Member(GroupId group, PersonId person, Instant joinedAt, Optional<Instant> leftAt) {

    /** Refuses null. */
    public Member {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(joinedAt, "joinedAt");
        Objects.requireNonNull(leftAt, "leftAt");
    }

    static Member join(GroupId group, PersonId person, Instant now) {
        return new Member(group, person, now, Optional.empty());
    }

    Member leave(Instant now) {
        if (!isIn()) {
            throw new IllegalStateException("the person has left the group already");
        }
        return new Member(group, person, joinedAt, Optional.of(now));
    }

    /** Whether the person is in the group now. */
    public boolean isIn() {
        return leftAt.isEmpty();
    }

    /** On whose side the person stands. */
    public Side side() {
        return Side.of(person, group);
    }
}

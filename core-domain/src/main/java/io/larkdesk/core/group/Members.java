package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who is, or was, in which group. Methods join the running transaction, or are one of their own. Thread-safe.
 */
public interface Members {

    /** The person's place in the group; empty if the person never was in it. */
    Optional<Member> find(GroupId group, PersonId person);

    /** Those of {@code persons} who are in the group now, in any order. */
    List<Member> listIn(GroupId group, Collection<PersonId> persons);

    /** Everybody who is in the group now, in order of joining. */
    List<Member> list(GroupId group);

    /** The groups in which {@code person} is now and that are not closed, in any order. */
    List<Member> listOf(PersonId person);

    /** Has {@code person} leave all groups that are closed, since {@code remover} said so. */
    void leaveClosed(PersonId person, PersonId remover, Instant now);

    /** Those of {@code groups} in which {@code person} is now, closed or not, in any order. */
    List<Member> listOf(PersonId person, Collection<GroupId> groups);

    /** The service groups in which {@code person} is not and never was, in any order. */
    List<GroupId> listServiceGroupsWithout(PersonId person);

    /** Stores {@code member}, new or changed. */
    void save(Member member);

    /**
     * Stores {@code member} if the person is not there already: who is to be in must be out or new, who is to be out must be in. Of
     * several who try the same at once, one does it; the others wait until that transaction has ended.
     *
     * @return whether it was stored
     */
    boolean move(Member member);
}

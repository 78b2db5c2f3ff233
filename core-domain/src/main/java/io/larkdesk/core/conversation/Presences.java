package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Who is looking at which group right now, as a lease: a page that is looked at renews it, and when the page or its connection
 * dies it runs out. Methods join the running transaction, or are one of their own. Thread-safe.
 */
public interface Presences {

    /** The person is looking at the group until {@code until} at least; an earlier instant than known changes nothing. */
    void extend(GroupId group, PersonId person, Instant until);

    /** The one of {@code groups} at which the person looked last, if at any; looking now counts too. */
    Optional<GroupId> findLast(PersonId person, Collection<GroupId> groups);
}

package io.larkdesk.core.reminder;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which mentions are wanted.
 *
 * @param tenants in groups of which customers, whosever people are mentioned
 * @param person of whom only
 * @param group in which group only
 * @param outcome with which outcome only
 * @param fromInclusive not older
 * @param untilExclusive older
 * @param before those that come after this one where the latest come first
 */
public record LogQuery(
        Set<TenantId> tenants,
        Optional<PersonId> person,
        Optional<GroupId> group,
        Optional<Outcome> outcome,
        Instant fromInclusive,
        Instant untilExclusive,
        Optional<LogSpot> before) {

    /** Copies the set. */
    public LogQuery {
        tenants = Set.copyOf(tenants);
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(fromInclusive, "fromInclusive");
        Objects.requireNonNull(untilExclusive, "untilExclusive");
        Objects.requireNonNull(before, "before");
    }
}

package io.larkdesk.app.page;

import io.larkdesk.core.person.StaffRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody in the list of a group's people.
 *
 * @param person who
 * @param role what the person does for the provider, if anything
 * @param joinedAt since when
 * @param inviter whose invite brought the person, if one did
 * @param removable whether the viewer may remove the person
 * @param owner whether the ticket that is discussed in the group is this customer's
 * @param receiver whether the viewer may make the ticket this customer's
 */
public record MemberView(
        PersonView person,
        Optional<StaffRole> role,
        Instant joinedAt,
        Optional<PersonView> inviter,
        boolean removable,
        boolean owner,
        boolean receiver) {

    /** So long somebody counts as new. */
    private static final Duration NEW = Duration.ofHours(24);

    /** Refuses null. */
    public MemberView {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(joinedAt, "joinedAt");
        Objects.requireNonNull(inviter, "inviter");
    }

    /** Whether the person came within a day before {@code now}, and through somebody. */
    public boolean isNew(Instant now) {
        return inviter.isPresent() && now.isBefore(joinedAt.plus(NEW));
    }

    /** The key of the role's text. */
    public Optional<String> roleKey() {
        return new Participant(person, role).roleKey();
    }
}

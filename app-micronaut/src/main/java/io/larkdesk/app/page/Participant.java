package io.larkdesk.app.page;

import io.larkdesk.core.person.StaffRole;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody in a group, and what for.
 *
 * @param person who
 * @param role what the person does for the provider, if anything
 */
public record Participant(PersonView person, Optional<StaffRole> role) {

    /** Refuses null. */
    public Participant {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
    }

    /** The key of the role's text. */
    public Optional<String> roleKey() {
        return role.map(Participant::roleKey);
    }

    /** The key of what {@code role} is called. */
    public static String roleKey(StaffRole role) {
        return "role." + role.name().toLowerCase(Locale.ROOT);
    }
}

package io.larkdesk.core.person;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A human, known by an open_id to exactly one tenant's app.
 *
 * @param id identifies the person, and the tenant
 * @param openId how Lark knows the person to that tenant's app
 * @param name shown to others
 * @param latinName the English name, if there is one; people search by it
 * @param avatar the picture, if there is one
 * @param language in which the desk speaks to the person
 * @param role the role of a staff member; empty for a customer's person, and for the provider's people without one
 */
public record Person(
        PersonId id,
        OpenId openId,
        PersonName name,
        Optional<PersonName> latinName,
        Optional<URI> avatar,
        Language language,
        Optional<StaffRole> role) {

    /** Refuses null. */
    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(openId, "openId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(latinName, "latinName");
        Objects.requireNonNull(avatar, "avatar");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(role, "role");
    }

    /** The same person, as Lark tells now. */
    public Person updatedFrom(Profile profile) {
        return new Person(id, openId, profile.name(), profile.latinName(), profile.avatar(), language, role);
    }

    /** The same person, doing {@code given} for the provider, or nothing any more. */
    public Person inRole(Optional<StaffRole> given) {
        return new Person(id, openId, name, latinName, avatar, language, given);
    }

    /** The same person, spoken to in {@code chosen}. */
    public Person speaking(Language chosen) {
        return new Person(id, openId, name, latinName, avatar, chosen, role);
    }
}

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
 * @param unionId how Lark knows the person to other apps of the same developer, once that was told
 * @param reachable whether the open_id is of the app that the tenant has; after a change of the app, from the next sign-in on
 */
public record Person(
        PersonId id,
        OpenId openId,
        PersonName name,
        Optional<PersonName> latinName,
        Optional<URI> avatar,
        Language language,
        Optional<StaffRole> role,
        Optional<UnionId> unionId,
        boolean reachable) {

    /** Refuses null. */
    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(openId, "openId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(latinName, "latinName");
        Objects.requireNonNull(avatar, "avatar");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(unionId, "unionId");
    }

    /** A person of the app that the tenant has, of whom Lark has told no union_id. */
    public Person(
            PersonId id,
            OpenId openId,
            PersonName name,
            Optional<PersonName> latinName,
            Optional<URI> avatar,
            Language language,
            Optional<StaffRole> role) {
        this(id, openId, name, latinName, avatar, language, role, Optional.empty(), true);
    }

    /** Whether the person does {@code what} for the provider. */
    public boolean is(StaffRole what) {
        return role.filter(what::equals).isPresent();
    }

    /** The same person, as Lark tells now, through the app that the tenant has. */
    public Person updatedFrom(Profile profile) {
        return new Person(
                id,
                profile.openId(),
                profile.name(),
                profile.latinName(),
                profile.avatar(),
                language,
                role,
                profile.unionId().or(() -> unionId),
                true);
    }

    /** The same person, doing {@code given} for the provider, or nothing any more. */
    public Person inRole(Optional<StaffRole> given) {
        return new Person(id, openId, name, latinName, avatar, language, given, unionId, reachable);
    }

    /** The same person, spoken to in {@code chosen}. */
    public Person speaking(Language chosen) {
        return new Person(id, openId, name, latinName, avatar, chosen, role, unionId, reachable);
    }

    /** The same person, to whose tenant another app belongs than the one that knows the open_id. */
    public Person leftBehind() {
        return new Person(id, openId, name, latinName, avatar, language, role, unionId, false);
    }
}

package io.larkdesk.app.page;

import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A person as shown to others.
 *
 * @param id the person
 * @param name shown beside the picture
 * @param latinName the English name, if there is one
 * @param side on whose side the person stands in the group that is shown
 * @param avatar the picture, over https, if there is one
 */
public record PersonView(UUID id, String name, Optional<String> latinName, Side side, Optional<URI> avatar) {

    /** Drops a picture that a browser would not load from our pages. */
    public PersonView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(latinName, "latinName");
        Objects.requireNonNull(side, "side");
        avatar = avatar.filter(address -> "https".equals(address.getScheme()));
    }

    /** The person on {@code side}. */
    public static PersonView of(Person person, Side side) {
        return new PersonView(
                person.id().value(),
                person.name().value(),
                person.latinName().map(Object::toString),
                side,
                person.avatar());
    }

    /** A person of whom only the id is known, because the record is gone. */
    public static PersonView unknown(UUID id) {
        return new PersonView(id, "?", Optional.empty(), Side.CUSTOMER, Optional.empty());
    }

    /** Whether it is one of the provider's people. */
    public boolean isServiceTeam() {
        return side == Side.SERVICE_TEAM;
    }

    /** Stands where there is no picture. */
    public String initials() {
        return Names.initials(name);
    }

    /** The class of the colour behind the initials, {@code hue-a} to {@code hue-h}. */
    public String hue() {
        return "hue-" + Names.hue(id);
    }
}

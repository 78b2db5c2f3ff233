package io.larkdesk.app.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.core.group.Side;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in the list of those who can be mentioned.
 *
 * @param id the person
 * @param name shown
 * @param latinName the English name, if there is one
 * @param side on whose side the person stands
 * @param initials what stands for a missing picture
 * @param hue the colour behind the initials
 * @param avatar the picture's address, if there is one
 * @param keys what the person is found by
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PersonEntry(
        UUID id,
        String name,
        @Nullable String latinName,
        Side side,
        String initials,
        String hue,
        @Nullable String avatar,
        List<String> keys) {

    PersonEntry {
        keys = List.copyOf(keys);
    }

    static PersonEntry of(PersonView person, List<String> keys) {
        return new PersonEntry(
                person.id(),
                person.name(),
                person.latinName().orElse(null),
                person.side(),
                person.initials(),
                person.hue(),
                person.avatar().map(Object::toString).orElse(null),
                keys);
    }
}

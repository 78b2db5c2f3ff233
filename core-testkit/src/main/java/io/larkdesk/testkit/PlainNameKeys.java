package io.larkdesk.testkit;

import io.larkdesk.core.person.NameKeys;
import io.larkdesk.core.person.Person;
import java.util.List;
import java.util.stream.Stream;

/** Finds people by their names as they are written, and by nothing else. Thread-safe. */
public final class PlainNameKeys implements NameKeys {

    @Override
    public List<String> of(Person person) {
        return Stream.concat(Stream.of(person.name()), person.latinName().stream())
                .map(Object::toString)
                .toList();
    }
}

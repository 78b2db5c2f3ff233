package io.larkdesk.app.chat;

import io.larkdesk.core.person.NameKeys;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonName;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a person is found by, in lower case: the name, the English name, and how a Chinese name sounds. Thread-safe. */
@Singleton
final class PersonKeys implements NameKeys {

    private final Pinyin pinyin;

    PersonKeys(Pinyin pinyin) {
        this.pinyin = pinyin;
    }

    @Override
    public List<String> of(Person person) {
        Set<String> keys = new LinkedHashSet<>();
        add(person.name(), keys);
        person.latinName().ifPresent(latin -> add(latin, keys));
        return List.copyOf(keys);
    }

    private void add(PersonName name, Set<String> keys) {
        keys.add(name.value().toLowerCase(Locale.ROOT));
        keys.addAll(pinyin.of(name.value()));
    }
}

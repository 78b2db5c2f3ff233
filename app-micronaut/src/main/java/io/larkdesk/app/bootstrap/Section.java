package io.larkdesk.app.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A mapping of the YAML file, which knows where it stands, so that what is wrong can be found. */
final class Section {

    private final String place;
    private final Map<?, ?> values;

    private Section(String place, Map<?, ?> values) {
        this.place = place;
        this.values = values;
    }

    /** {@code value} as a mapping that has no other keys than {@code keys}. */
    static Section of(String place, Object value, Set<String> keys) {
        if (!(value instanceof Map<?, ?> mapping)) {
            throw new BootstrapException(place + " is not a mapping");
        }
        Section section = new Section(place, mapping);
        for (Object key : mapping.keySet()) {
            if (!keys.contains(String.valueOf(key))) {
                throw section.problem(String.valueOf(key), "is unknown; known are " + new TreeSet<>(keys));
            }
        }
        return section;
    }

    Section section(String key, Set<String> keys) {
        return of(at(key), present(key), keys);
    }

    /** The mappings in the list under {@code key}; none if there is no such key. */
    List<Section> sections(String key, Set<String> keys) {
        List<Section> sections = new ArrayList<>();
        for (Object item : list(key)) {
            sections.add(of(at(key) + "[" + sections.size() + "]", item, keys));
        }
        return sections;
    }

    /** Whether there is anything under {@code key}. */
    boolean has(String key) {
        return values.get(key) != null;
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    private List<?> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw problem(key, "is not a list");
    }

    Optional<String> findText(String key) {
        return Optional.ofNullable(values.get(key))
                .map(String::valueOf)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** What stands under {@code key}, which has to be there and not empty. */
    String text(String key) {
        String text = String.valueOf(present(key)).strip();
        if (text.isEmpty()) {
            throw problem(key, "is empty");
        }
        return text;
    }

    /** The text under {@code key} as what {@code parse} makes of it. */
    <T> T parsed(String key, Function<String, T> parse) {
        return parse(key, text(key), parse);
    }

    /** The text under {@code key} as what {@code parse} makes of it; {@code otherwise} if there is none. */
    <T> T parsed(String key, Function<String, T> parse, T otherwise) {
        return findText(key).map(text -> parse(key, text, parse)).orElse(otherwise);
    }

    /** The text under {@code key} as one of the constants of {@code type}, in whatever case. */
    <E extends Enum<E>> E constant(String key, Class<E> type) {
        return parse(key, text(key), text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    <E extends Enum<E>> E constant(String key, Class<E> type, E otherwise) {
        return values.get(key) == null ? otherwise : constant(key, type);
    }

    /** Whether {@code key} says so: true or false. */
    boolean flag(String key, boolean otherwise) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw problem(key, "cannot be '" + value + "': say true or false");
    }

    private <T> T parse(String key, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw problem(key, "cannot be '" + text + "'");
        }
    }

    private Object present(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw problem(key, "is missing");
        }
        return value;
    }

    /** What is wrong with the value under {@code key}. */
    BootstrapException problem(String key, String problem) {
        return new BootstrapException(at(key) + " " + problem);
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}

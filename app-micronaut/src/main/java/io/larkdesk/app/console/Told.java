package io.larkdesk.app.console;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a form.
 *
 * @param done the end of the key of what was done just now, if something was
 * @param problem the end of the key of what could not be done, if it was tried
 * @param field in which field; empty if it is none of one
 * @param fields what was entered, by the names of the fields; empty if no form was sent
 */
public record Told(
        Optional<String> done, Optional<String> problem, Optional<String> field, Map<String, String> fields) {

    /** No form was sent. */
    public static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    /** Copies the map. */
    public Told {
        Objects.requireNonNull(done, "done");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(field, "field");
        fields = Map.copyOf(fields);
    }

    /** That {@code what} was done. */
    public static Told done(String what) {
        return new Told(Optional.of(what), Optional.empty(), Optional.empty(), Map.of());
    }

    /** That {@code problem} is in {@code field}. */
    public static Told wrong(String problem, String field, Map<String, String> fields) {
        return new Told(Optional.empty(), Optional.of(problem), Optional.of(field), fields);
    }

    /** That {@code problem} stands in the way, and is in no field. */
    public static Told refused(String problem, Map<String, String> fields) {
        return new Told(Optional.empty(), Optional.of(problem), Optional.empty(), fields);
    }

    /** What was entered in {@code name}. */
    public Optional<String> entered(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** What stands in {@code name}: what was entered, else {@code otherwise}. */
    public String shown(String name, String otherwise) {
        return fields.isEmpty() ? otherwise : entered(name).orElse("");
    }

    /** Whether what is wrong is in {@code name}. */
    public boolean isWrong(String name) {
        return field.filter(name::equals).isPresent();
    }
}

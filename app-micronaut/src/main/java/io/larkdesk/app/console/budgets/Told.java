package io.larkdesk.app.console.budgets;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a form.
 *
 * @param done the end of the key of what was done just now, if something was
 * @param problem the end of the key of what could not be done, if it was tried
 * @param field in which field
 * @param fields what was entered
 */
public record Told(
        Optional<String> done, Optional<String> problem, Optional<String> field, Map<String, String> fields) {

    static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    /** Copies the map. */
    public Told {
        Objects.requireNonNull(done, "done");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(field, "field");
        fields = Map.copyOf(fields);
    }

    static Told done(String what) {
        return new Told(Optional.of(what), Optional.empty(), Optional.empty(), Map.of());
    }

    static Told wrong(String problem, String field, Map<String, String> fields) {
        return new Told(Optional.empty(), Optional.of(problem), Optional.of(field), fields);
    }

    /** What was entered in {@code name}. */
    public Optional<String> entered(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Whether what is wrong is in {@code name}. */
    public boolean isWrong(String name) {
        return field.filter(name::equals).isPresent();
    }
}

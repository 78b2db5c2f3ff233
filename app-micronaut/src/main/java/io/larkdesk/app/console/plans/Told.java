package io.larkdesk.app.console.plans;

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

    static Told wrong(Wrong wrong, Map<String, String> fields) {
        return new Told(Optional.empty(), Optional.of(wrong.problem()), Optional.of(wrong.field()), fields);
    }

    static Told refused(String problem, Map<String, String> fields) {
        return new Told(Optional.empty(), Optional.of(problem), Optional.empty(), fields);
    }

    /** What stands in {@code name}: what was entered, else {@code otherwise}. */
    public String shown(String name, String otherwise) {
        return fields.isEmpty() ? otherwise : fields.getOrDefault(name, "");
    }

    /** Whether what is wrong is in {@code name}. */
    public boolean isWrong(String name) {
        return field.filter(name::equals).isPresent();
    }
}

package io.larkdesk.app.console.roster;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What could not be done.
 *
 * @param problem the end of the text's key; empty if nothing is wrong
 * @param field in which field of the form that plans; empty if it is about another
 * @param fields what was entered there
 */
public record Told(Optional<String> problem, Optional<String> field, Map<String, String> fields) {

    static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), Map.of());

    /** Copies the map. */
    public Told {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(field, "field");
        fields = Map.copyOf(fields);
    }

    static Told because(String problem) {
        return new Told(Optional.of(problem), Optional.empty(), Map.of());
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

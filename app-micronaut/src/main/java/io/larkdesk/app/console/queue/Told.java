package io.larkdesk.app.console.queue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What came of what somebody wanted to do with tickets.
 *
 * @param done to how many it was done
 * @param refused why not to others, a line for each
 * @param problem what is wrong in the form, if anything is
 * @param picked the numbers of those that were picked
 * @param resolution what was entered as what was done
 */
public record Told(int done, List<String> refused, Optional<Problem> problem, Set<String> picked, String resolution) {

    /** Nothing was wanted. */
    static final Told NOTHING = new Told(0, List.of(), Optional.empty(), Set.of(), "");

    /** Copies the lists. */
    public Told {
        refused = List.copyOf(refused);
        Objects.requireNonNull(problem, "problem");
        picked = Set.copyOf(picked);
        Objects.requireNonNull(resolution, "resolution");
    }

    /**
     * Something wrong in a field.
     *
     * @param field its name
     * @param text what, in words
     */
    public record Problem(String field, String text) {

        /** Refuses null. */
        public Problem {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Whether the form has what was entered again. */
    public boolean isEntered() {
        return !picked.isEmpty() || !resolution.isEmpty();
    }

    /** What is wrong in {@code field}. */
    public Optional<String> problem(String field) {
        return problem.filter(found -> found.field().equals(field)).map(Problem::text);
    }
}

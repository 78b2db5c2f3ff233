package io.larkdesk.app.console.roster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What could not be done.
 *
 * @param problem the end of the text's key; empty if nothing is wrong
 * @param isField whether it is also the name of the field that makes no sense
 * @param fields what was entered in the form that has the field
 * @param lines what is wrong one by one
 */
public record Told(String problem, boolean isField, Map<String, String> fields, List<String> lines) {

    static final Told NOTHING = new Told("", false, Map.of(), List.of());

    /** Copies the map. */
    public Told {
        Objects.requireNonNull(problem, "problem");
        fields = Map.copyOf(fields);
        lines = List.copyOf(lines);
    }

    static Told because(String problem) {
        return because(problem, List.of());
    }

    static Told because(String problem, List<String> lines) {
        return new Told(problem, false, Map.of(), lines);
    }

    static Told wrong(String field, Map<String, String> entered) {
        return new Told(field, true, entered, List.of());
    }

    /** What is wrong with the whole; empty if a field is, or nothing. */
    public Optional<String> general() {
        return problem.isEmpty() || isField ? Optional.empty() : Optional.of(problem);
    }

    /** What was entered in {@code name}. */
    public Optional<String> entered(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Whether {@code value} was entered in {@code name}. */
    public boolean chose(String name, String value) {
        return entered(name).filter(value::equals).isPresent();
    }

    /** Whether what is wrong is in {@code name}. */
    public boolean isWrong(String name) {
        return isField && problem.equals(name);
    }

    /** Whether what is wrong is in the form that plans a shift. */
    public boolean isInShift() {
        return isIn(RosterForm.SHIFT);
    }

    /** Whether what is wrong is in the form that notes an absence. */
    public boolean isInAbsence() {
        return isIn(RosterForm.ABSENCE);
    }

    /** Whether what is wrong is in the form that plans a rotation. */
    public boolean isInRotation() {
        return isIn(RosterForm.ROTATION);
    }

    private boolean isIn(List<String> form) {
        return isField && form.contains(problem);
    }
}

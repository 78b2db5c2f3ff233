package io.larkdesk.app.console.emergencies;

import java.util.Objects;

/**
 * A page about an Emergency, and how it ended.
 *
 * @param label which one: the level, or that it was handed over
 * @param name who was to be woken
 * @param outcome what became of it, in words
 * @param isFailed whether it did not arrive
 */
public record PageLine(String label, String name, String outcome, boolean isFailed) {

    /** Refuses null. */
    public PageLine {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(outcome, "outcome");
    }
}

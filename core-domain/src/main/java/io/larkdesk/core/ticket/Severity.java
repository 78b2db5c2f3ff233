package io.larkdesk.core.ticket;

import java.util.Arrays;
import java.util.Optional;

/** How much a ticket hurts the customer, in rising order. */
public enum Severity {
    /** A question, or a wish. */
    LOW(1),
    /** Something is wrong, and can be worked around. */
    NORMAL(2),
    /** Something important is wrong. */
    HIGH(3),
    /** Business stands still, or data is lost. */
    CRITICAL(4);

    private final int weight;

    Severity(int weight) {
        this.weight = weight;
    }

    /** The higher, the more severe: 1 to 4. */
    public int weight() {
        return weight;
    }

    /** The severity that has this weight. */
    public static Optional<Severity> of(int weight) {
        return Arrays.stream(values())
                .filter(severity -> severity.weight == weight)
                .findFirst();
    }
}

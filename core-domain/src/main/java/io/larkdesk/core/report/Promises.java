package io.larkdesk.core.report;

/**
 * Whether what was promised was kept. What is still due counts as neither.
 *
 * @param kept how often it was
 * @param broken how often it was not, whether it came late or is overdue
 */
public record Promises(int kept, int broken) {

    /** Nothing was promised, or nothing is known yet. */
    public static final Promises NONE = new Promises(0, 0);

    /** Refuses negative counts. */
    public Promises {
        if (kept < 0 || broken < 0) {
            throw new IllegalArgumentException("kept or broken is negative: " + kept + ", " + broken);
        }
    }

    /** How many there are. */
    public int count() {
        return kept + broken;
    }
}

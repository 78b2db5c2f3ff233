package io.larkdesk.testkit;

/**
 * How hard contracts and laws try: the system property {@code larkdesk.effort}, 1 unless set. Twice the effort is twice the
 * messages, the takes, the generated histories; 0.1 is a tenth, for tools that run everything very often.
 */
public final class Effort {

    private static final double FACTOR = Double.parseDouble(System.getProperty("larkdesk.effort", "1"));

    private Effort() {}

    /** {@code usual} times the effort asked for; at least 1. */
    public static int of(int usual) {
        return Math.max(1, Math.toIntExact(Math.round(usual * FACTOR)));
    }
}

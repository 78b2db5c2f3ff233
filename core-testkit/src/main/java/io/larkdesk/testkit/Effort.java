package io.larkdesk.testkit;

/**
 * How hard contracts and laws try: the system property {@code larkdesk.effort}, 1 unless set. Twice the effort is twice the
 * messages, the takes, the generated histories.
 */
public final class Effort {

    private static final int FACTOR = Integer.getInteger("larkdesk.effort", 1);

    private Effort() {}

    /** {@code usual} times the effort asked for. */
    public static int of(int usual) {
        return Math.multiplyExact(usual, FACTOR);
    }
}

package io.larkdesk.core.clock;

/** What there is to tell of a clock. */
public enum Alert {
    /** The first answer is due soon. */
    RESPONSE_SOON(Goal.RESPONSE, false),
    /** There was no answer in time. */
    RESPONSE_BROKEN(Goal.RESPONSE, true),
    /** The ticket should be resolved soon. */
    RESOLUTION_SOON(Goal.RESOLUTION, false),
    /** It was not resolved in time. */
    RESOLUTION_BROKEN(Goal.RESOLUTION, true);

    private final Goal goal;
    private final boolean broken;

    Alert(Goal goal, boolean broken) {
        this.goal = goal;
        this.broken = broken;
    }

    /** Of which clock. */
    public Goal goal() {
        return goal;
    }

    /** Whether the time is over; else it will be soon. */
    public boolean isBreak() {
        return broken;
    }
}

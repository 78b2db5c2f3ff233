package io.larkdesk.testkit.law;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happened in a history, and when; told when a law is broken. */
final class Chronicle {

    private final Clocks clocks;
    private final List<String> lines = new ArrayList<>();

    Chronicle(Clocks clocks) {
        this.clocks = clocks;
    }

    void begin(Object step) {
        lines.add(time() + "  " + step);
    }

    void tell(String event) {
        lines.add(time() + "    - " + event);
    }

    /** The true time, and how far from it the database's clock stands if it was set. */
    private String time() {
        Duration off = Duration.between(clocks.truth(), clocks.database().instant());
        String time = clocks.truth().toString();
        return off.isZero() ? time : time + " (database " + (off.isNegative() ? "" : "+") + off + ")";
    }

    @Override
    public String toString() {
        return "What happened, in true time:\n" + String.join("\n", lines);
    }
}

package io.larkdesk.core.reminder;

import java.time.Instant;
import java.util.Objects;

/** Why a person was reminded of a mention, or was not, or was not yet. */
public sealed interface Explanation {

    /**
     * It is decided.
     *
     * @param decision how, for good
     */
    record Decided(Decision decision) implements Explanation {

        /** Refuses null. */
        public Decided {
            Objects.requireNonNull(decision, "decision");
        }
    }

    /**
     * It is not decided yet.
     *
     * @param reason what it waits for
     * @param until when that is over, as far as anybody knows; perhaps just past, until it is looked at again
     */
    record Waiting(Cause reason, Instant until) implements Explanation {

        /** Refuses null. */
        public Waiting {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(until, "until");
        }
    }

    /** What a mention waits for before it is reminded of. */
    enum Cause {
        /** The person may still read it by themselves. */
        GRACE,
        /** The person is looking at the group. */
        LOOKING,
        /** The person was reminded a short while ago; it joins the next reminder. */
        WINDOW,
        /** The person wants no reminder at this time. */
        QUIET_TIME,
        /** A reminder is on its way, and Lark has not acknowledged it. */
        ON_ITS_WAY
    }
}

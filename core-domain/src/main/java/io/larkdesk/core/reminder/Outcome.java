package io.larkdesk.core.reminder;

import java.util.Optional;

/** What became of a mention, in one word. */
public enum Outcome {
    /** A reminder told of it. */
    DELIVERED,
    /** It is not decided yet. */
    WAITING,
    /** Nobody was to be told of it. */
    NOT_SENT,
    /** Somebody was, but Lark refused. */
    FAILED;

    /** The outcome of a mention with that Decision, or with none yet. */
    public static Outcome of(Optional<Decision> decision) {
        return decision.map(Outcome::of).orElse(WAITING);
    }

    private static Outcome of(Decision decision) {
        if (decision instanceof Decision.NotReminded dropped) {
            return dropped.reason().isFailure() ? FAILED : NOT_SENT;
        }
        return DELIVERED;
    }
}

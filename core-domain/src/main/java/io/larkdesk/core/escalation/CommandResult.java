package io.larkdesk.core.escalation;

import java.util.Objects;

/** How a command of staff about an Emergency ended. */
public sealed interface CommandResult {

    /**
     * It is done.
     *
     * @param emergency as it stands now
     */
    record Done(Emergency emergency) implements CommandResult {

        /** Refuses null. */
        public Done {
            Objects.requireNonNull(emergency, "emergency");
        }
    }

    /**
     * Nothing was done, because the Emergency is not as the sender saw it.
     *
     * @param emergency as it stands now
     */
    record Stale(Emergency emergency) implements CommandResult {

        /** Refuses null. */
        public Stale {
            Objects.requireNonNull(emergency, "emergency");
        }
    }

    /**
     * Nothing was done, because it does not fit how the Emergency stands, or not that person.
     *
     * @param emergency as it stands now
     */
    record NotNow(Emergency emergency) implements CommandResult {

        /** Refuses null. */
        public NotNow {
            Objects.requireNonNull(emergency, "emergency");
        }
    }

    /** There is no such Emergency, or the sender is not of the staff. */
    record NothingThere() implements CommandResult {}
}

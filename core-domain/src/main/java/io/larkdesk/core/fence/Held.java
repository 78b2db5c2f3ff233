package io.larkdesk.core.fence;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be told outside, and waits behind the fence.
 *
 * @param things those that wait longest first, of each kind at most {@link #MOST}
 * @param isAll whether these are all
 */
public record Held(List<Thing> things, boolean isAll) {

    /** How many of each kind are listed. */
    public static final int MOST = 100;

    /** Copies the list. */
    public Held {
        things = List.copyOf(things);
    }

    /** What waits. */
    public enum Kind {
        /** A MessageReminder to a person about mentions. */
        REMINDER,
        /** The next step of an Emergency, or that it must be confirmed. */
        EMERGENCY,
        /** A page about an Emergency. */
        PAGE,
        /** An operational notice. */
        NOTICE,
        /** An event to a webhook. */
        EVENT
    }

    /**
     * Something that waits.
     *
     * @param kind what it is
     * @param to who would be told, if it is a person
     * @param about of mentions how many; of Emergencies and pages the ticket's number; of others what they are of
     * @param since when it came about, or was due
     */
    public record Thing(Kind kind, Optional<PersonId> to, String about, Instant since) {

        /** Refuses null. */
        public Thing {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(since, "since");
        }
    }
}

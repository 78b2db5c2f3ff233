package io.larkdesk.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** How far a notice has come on its way to its reader. */
public sealed interface Delivery {

    /** How long one attempt may take. */
    Duration ATTEMPT_WITHIN = Duration.ofSeconds(15);

    /** How long what may have arrived is sent again; with an attempt, less than the hour in which Lark recognises the same {@code uuid}. */
    Duration RETRY_WITHIN = Duration.ofMinutes(50);

    /** How often what did not arrive is tried: for about half a day, with pauses that grow to an hour. */
    int MOST_ATTEMPTS = 16;

    /** When something has to be done about it; empty if nothing has. */
    Optional<Instant> due();

    /** The attempt that is taken up at {@code now}, or the end if none may be made any more. */
    Delivery begin(Instant now);

    /**
     * It was not sent yet, as far as is known.
     *
     * @param attempts how many were made
     * @param dueAt when the next one is to be made
     */
    record Waiting(int attempts, Instant dueAt) implements Delivery {

        /** Refuses null. */
        public Waiting {
            Objects.requireNonNull(dueAt, "dueAt");
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(dueAt);
        }

        @Override
        public Delivery begin(Instant now) {
            return new Sending(attempts + 1, now, now.plus(ATTEMPT_WITHIN));
        }
    }

    /**
     * An attempt is under way, or nobody knows how it ended.
     *
     * @param attempts how many were made, with this one
     * @param firstAt when the first one began that may have arrived
     * @param deadline when anybody may try again
     */
    record Sending(int attempts, Instant firstAt, Instant deadline) implements Delivery {

        /** Refuses null. */
        public Sending {
            Objects.requireNonNull(firstAt, "firstAt");
            Objects.requireNonNull(deadline, "deadline");
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(deadline);
        }

        @Override
        public Delivery begin(Instant now) {
            boolean mayRetry = !now.isBefore(firstAt) && now.isBefore(firstAt.plus(RETRY_WITHIN));
            return mayRetry
                    ? new Sending(attempts + 1, firstAt, now.plus(ATTEMPT_WITHIN))
                    : new Over(End.UNCONFIRMED, now);
        }

        /** It arrived, as is known at {@code now}. */
        Delivery delivered(Instant now) {
            return new Over(End.DELIVERED, now);
        }

        /** It did not arrive and never will; an attempt before may have. */
        Delivery refused(Instant now) {
            return new Over(isOnlyOne() ? End.REFUSED : End.UNCONFIRMED, now);
        }

        /** It did not arrive, and is to be tried anew after {@code asked} at least. */
        Delivery deferred(Duration asked, Instant now) {
            Instant again = now.plus(asked.compareTo(pause()) > 0 ? asked : pause());
            if (!isOnlyOne()) {
                return new Sending(attempts, firstAt, again);
            }
            return attempts < MOST_ATTEMPTS ? new Waiting(attempts, again) : new Over(End.REFUSED, now);
        }

        /** Nobody knows whether it arrived. */
        Delivery unknown() {
            return new Sending(attempts, firstAt, deadline.plus(pause()));
        }

        /** Whether no attempt before this one may have arrived. */
        private boolean isOnlyOne() {
            return firstAt.plus(ATTEMPT_WITHIN).equals(deadline);
        }

        private Duration pause() {
            return Duration.ofMinutes(Math.min(60, 1L << Math.min(attempts - 1, 6)));
        }
    }

    /**
     * Nothing is sent any more.
     *
     * @param end how it ended
     * @param at since when
     */
    record Over(End end, Instant at) implements Delivery {

        /** Refuses null. */
        public Over {
            Objects.requireNonNull(end, "end");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Optional<Instant> due() {
            return Optional.empty();
        }

        @Override
        public Delivery begin(Instant now) {
            return this;
        }
    }

    /** How it ended. */
    enum End {
        /** It arrived. */
        DELIVERED,
        /** It did not arrive, and never will. */
        REFUSED,
        /** Nobody knows whether one of the attempts arrived. */
        UNCONFIRMED,
        /** A backup was restored that has the notice, and an administrator decided that it is not sent any more. */
        EXPIRED
    }
}

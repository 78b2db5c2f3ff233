package io.larkdesk.core.reminder;

import io.larkdesk.core.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The right to send one person a MessageReminder; each person has exactly one. All instants are the database's.
 *
 * <p>What is kept apart are arrivals at Lark. While the permit is held nobody else can take it, and the attempt has a deadline, so an
 * arrival lies between the taking and the deadline. After an acknowledgement the permit is free a window later; after an unknown
 * outcome, which counts as delivered, a window after the deadline.
 */
public sealed interface Permit {

    /** What was noted later than this after the present was noted before the database's clock was set back. */
    Duration CLOCK_STEP = Duration.ofMinutes(1);

    /** Whose permit it is. */
    PersonId person();

    /** The permit of somebody who was never reminded. */
    static Free unused(PersonId person) {
        return new Free(person, Instant.EPOCH);
    }

    /**
     * Nobody holds it.
     *
     * @param person whose permit it is
     * @param notBefore from this instant on it may be taken
     */
    record Free(PersonId person, Instant notBefore) implements Permit {

        /** Refuses null. */
        public Free {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(notBefore, "notBefore");
        }

        /** Whether it may be taken at {@code now}: exactly at {@code notBefore} it may. */
        public boolean isOpenAt(Instant now) {
            return !now.isBefore(notBefore);
        }

        /**
         * The same permit after the database's clock was set back: no wait is longer than a window from now.
         */
        Free clampedTo(Instant now, Duration window) {
            Instant latest = now.plus(window);
            return notBefore.isAfter(latest) ? new Free(person, latest) : this;
        }

        /**
         * Taken for the first attempt to deliver {@code reminder}.
         *
         * @throws IllegalStateException before {@link #notBefore}
         */
        Held take(ReminderId reminder, Instant now, Duration attemptWithin) {
            if (!isOpenAt(now)) {
                throw new IllegalStateException("the permit opens at " + notBefore + ", it is " + now);
            }
            return new Held(person, reminder, 1, now, now.plus(attemptWithin));
        }
    }

    /**
     * An attempt to deliver a reminder is under way, or its outcome is not known.
     *
     * @param person whose permit it is
     * @param reminder what is being delivered
     * @param attempt 1 for the first
     * @param takenAt when the first attempt began
     * @param deadline when this attempt is over: nothing of it arrives at Lark at this instant or later
     */
    record Held(PersonId person, ReminderId reminder, int attempt, Instant takenAt, Instant deadline)
            implements Permit {

        /** Refuses null, and an attempt before the first. */
        public Held {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(reminder, "reminder");
            Objects.requireNonNull(takenAt, "takenAt");
            Objects.requireNonNull(deadline, "deadline");
            if (attempt < 1) {
                throw new IllegalArgumentException("attempt is before the first: " + attempt);
            }
        }

        /** Whether this attempt is over at {@code now}. */
        public boolean isOverAt(Instant now) {
            return !now.isBefore(deadline);
        }

        /**
         * The same permit after the database's clock was set back: this attempt is over no later than an attempt from now, and is
         * the last, because nobody can tell any more how long ago the first one was.
         */
        Held clampedTo(Instant now, Duration attemptWithin) {
            Instant latest = now.plus(attemptWithin);
            return deadline.isAfter(latest) ? new Held(person, reminder, attempt, Instant.EPOCH, latest) : this;
        }

        /** Whether it is held for the attempt for which {@code claimed} was taken, also if the database's clock was set back since. */
        boolean isFor(Held claimed) {
            return person.equals(claimed.person) && reminder.equals(claimed.reminder) && attempt == claimed.attempt;
        }

        /** Whether nothing of this reminder can have arrived, if this attempt was refused. */
        boolean isFirstAttempt() {
            return attempt == 1;
        }

        /**
         * Held on for another attempt to deliver the same reminder.
         *
         * @throws IllegalStateException while this attempt is not over
         */
        Held retry(Instant now, Duration attemptWithin) {
            if (!isOverAt(now)) {
                throw new IllegalStateException("attempt " + attempt + " has until " + deadline + ", it is " + now);
            }
            return new Held(person, reminder, attempt + 1, takenAt, now.plus(attemptWithin));
        }

        /** Free a window after Lark acknowledged, which it did before {@code now}. */
        Free acknowledged(Instant now, Duration window) {
            return new Free(person, now.plus(window));
        }

        /** Free from {@code until} on, since nothing arrived and Lark asked for patience. Only of a first attempt. */
        Free deferred(Instant until) {
            return new Free(person, until);
        }

        /** Free a window after the last instant at which anything can have arrived. */
        Free unknown(Duration window) {
            return new Free(person, deadline.plus(window));
        }

        /**
         * Free as if it had never been taken, since nothing arrived; but if an earlier attempt of the same reminder may have
         * arrived, as after an unknown outcome.
         */
        Free refused(Duration window) {
            return isFirstAttempt() ? new Free(person, takenAt) : unknown(window);
        }
    }
}

package io.larkdesk.core.fence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the deployment stands on a database that was set back, and may tell nobody anything until somebody has decided. There is one.
 *
 * @param mark how far the database has come
 * @param home the database in which it was looked at last, as the server tells it; empty before the first time
 * @param state whether it is raised, and why
 * @param floor above which the revisions of conversations go on, because those up to it may have been shown with other contents; 0 if none
 * @param lostAt when the database was restored, or a server took over, the last time, so that what was told just before may be lost; empty if
 *     that never was. By the database's clock as it is now: a moment after the present is taken for the present
 */
public record Fence(Mark mark, String home, State state, long floor, Optional<Instant> lostAt) {

    /** Of a deployment that no node has looked at. */
    public static final Fence NEW =
            new Fence(new Mark(Instant.EPOCH, Instant.EPOCH), "", State.NEVER_RAISED, 0, Optional.empty());

    /** Refuses null. */
    public Fence {
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(state, "state");
        if (floor < 0) {
            throw new IllegalArgumentException("floor is negative: " + floor);
        }
        Objects.requireNonNull(lostAt, "lostAt");
    }

    /** Whether it is raised, and why. */
    public enum State {
        /** It never was. */
        NEVER_RAISED,
        /** An administrator has decided, and all goes on. */
        LIFTED,
        /** The operator raised it. */
        ASKED,
        /** The database is another one than before: a copy. */
        MOVED,
        /** A node remembers more than the database has. */
        BEHIND;

        /** Whether nobody may be told anything. */
        public boolean isRaised() {
            return this == ASKED || this == MOVED || this == BEHIND;
        }
    }

    /** Whether nobody may be told anything. */
    public boolean isRaised() {
        return state.isRaised();
    }

    /** When it was raised the last time; empty if it never was. */
    public Optional<Instant> raisedAt() {
        return state == State.NEVER_RAISED ? Optional.empty() : Optional.of(mark.epoch());
    }

    /** Why it has to be raised by itself, if it has. */
    Optional<State> doubt(Optional<Mark> known, String here) {
        if (home.isEmpty()) {
            return Optional.empty();
        }
        if (!home.equals(here)) {
            return Optional.of(State.MOVED);
        }
        return known.filter(mark::isBehind).map(remembered -> State.BEHIND);
    }

    /** Looked at once more; the first time the deployment's present begins. */
    Fence seen(String here, Instant now) {
        Instant epoch = home.isEmpty() ? now : mark.epoch();
        return new Fence(
                new Mark(epoch, latest(now, mark.seenAt())), here, state, floor, lostAt.map(at -> earliest(at, now)));
    }

    /** Raised: a new present begins, later than any that anybody knows of. */
    Fence raised(State why, Optional<Mark> known, String here, Instant now) {
        Instant epoch = latest(
                now,
                latest(mark.epoch(), known.map(Mark::epoch).orElse(Instant.EPOCH))
                        .plusMillis(1));
        return new Fence(
                new Mark(epoch, latest(now, mark.seenAt())), here, why, epoch.toEpochMilli(), Optional.of(now));
    }

    Fence lifted() {
        return new Fence(mark, home, State.LIFTED, floor, lostAt);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package io.larkdesk.core.fence;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a database has come: what a node remembers of it outside of it. A database that is behind what a node remembers was set back.
 *
 * @param epoch since when its present counts: since the deployment began, or since a backup was restored the last time
 * @param seenAt when a node looked at it last; by its own clock, as the epoch
 */
public record Mark(Instant epoch, Instant seenAt) {

    /**
     * What a database may be behind without more ado: a server that took over from one that broke down may lack the last moments of that, and
     * pages about Emergencies must not wait for an administrator then.
     */
    public static final Duration TOLERATED = Duration.ofMinutes(1);

    /** Refuses null. */
    public Mark {
        Objects.requireNonNull(epoch, "epoch");
        Objects.requireNonNull(seenAt, "seenAt");
    }

    /** The mark that {@link #toString} wrote as {@code text}, or nothing. */
    public static Optional<Mark> parse(String text) {
        String[] instants = text.strip().split(" ", -1);
        try {
            return instants.length == 2
                    ? Optional.of(new Mark(Instant.parse(instants[0]), Instant.parse(instants[1])))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether this is behind what is remembered, by more than is tolerated. */
    boolean isBehind(Mark remembered) {
        return epoch.isBefore(remembered.epoch)
                || (epoch.equals(remembered.epoch) && seenAt.plus(TOLERATED).isBefore(remembered.seenAt));
    }

    @Override
    public String toString() {
        return epoch + " " + seenAt;
    }
}

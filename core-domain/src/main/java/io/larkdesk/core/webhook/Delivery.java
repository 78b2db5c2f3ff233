package io.larkdesk.core.webhook;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An event on its way to one endpoint.
 *
 * @param id the event's, for this endpoint
 * @param provider whose endpoint
 * @param endpoint which endpoint
 * @param type what happened
 * @param ticket to which ticket, if to one
 * @param at when it happened
 * @param attempts how many were made since it was begun, or begun anew
 * @param due when something has to be done; empty once nothing has
 * @param end how it ended, once it has
 */
public record Delivery(
        EventId id,
        TenantId provider,
        EndpointId endpoint,
        EventType type,
        Optional<GroupId> ticket,
        Instant at,
        int attempts,
        Optional<Instant> due,
        Optional<End> end) {

    /** How long one attempt may take. */
    public static final Duration ATTEMPT_WITHIN = Duration.ofSeconds(15);

    /** How long nobody else tries while an attempt is under way. */
    static final Duration LEASE = ATTEMPT_WITHIN.plusSeconds(15);

    /** How long it waits after each attempt that failed, about a day in all. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(7),
            Duration.ofHours(9));

    /** Refuses null, and what is neither due nor over, or both. */
    public Delivery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(at, "at");
        if (due.isPresent() == end.isPresent()) {
            throw new IllegalArgumentException("due or end is given, and not both: " + due + ", " + end);
        }
    }

    /** How it ended. */
    public enum End {
        /** The endpoint took it. */
        DELIVERED,
        /** The endpoint did not take it in a day. */
        GIVEN_UP,
        /** The endpoint is told nothing any more. */
        STOPPED,
        /** A backup was restored that has the event, and an administrator decided that it is not told any more. */
        EXPIRED
    }

    /**
     * One attempt.
     *
     * @param event of what
     * @param provider whose endpoint
     * @param at when it ended
     * @param status what the endpoint answered, if it did
     * @param took how long it took
     * @param result what came of it
     */
    public record Attempt(
            EventId event, TenantId provider, Instant at, Optional<Integer> status, Duration took, Result result) {

        /** Refuses null. */
        public Attempt {
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(took, "took");
            Objects.requireNonNull(result, "result");
        }
    }

    /** What came of an attempt. */
    public enum Result {
        /** The endpoint took it. */
        TAKEN,
        /** The endpoint answered, but did not take it. */
        REFUSED,
        /** The endpoint says that it is no more. */
        GONE,
        /** There was no answer. */
        NO_ANSWER,
        /** The address is one that is not asked: none of the public network. */
        FORBIDDEN
    }

    static Delivery of(EventId id, Endpoint endpoint, EventType type, Optional<GroupId> ticket, Instant now) {
        return new Delivery(
                id, endpoint.provider(), endpoint.id(), type, ticket, now, 0, Optional.of(now), Optional.empty());
    }

    /** The attempt that is taken up now. */
    Delivery begin(Instant now) {
        return with(attempts + 1, Optional.of(now.plus(LEASE)), Optional.empty());
    }

    /** The same, over. */
    Delivery over(End how) {
        return with(attempts, Optional.empty(), Optional.of(how));
    }

    /**
     * After an attempt that failed.
     *
     * @param jitter from -1 to 1: so that not all come at once, a tenth of the pause more or less
     */
    Delivery failed(Instant now, double jitter) {
        if (attempts > PAUSES.size()) {
            return over(End.GIVEN_UP);
        }
        Duration pause = PAUSES.get(attempts - 1);
        long millis = Math.round(pause.toMillis() * (1 + jitter / 10));
        return with(attempts, Optional.of(now.plusMillis(millis)), Optional.empty());
    }

    /** The same, begun anew. */
    Delivery replayed(Instant now) {
        return with(0, Optional.of(now), Optional.empty());
    }

    private Delivery with(int made, Optional<Instant> next, Optional<End> how) {
        return new Delivery(id, provider, endpoint, type, ticket, at, made, next, how);
    }
}

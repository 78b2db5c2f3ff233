package io.larkdesk.core.webhook;

import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One of the provider's systems that is told of events.
 *
 * @param id identifies it
 * @param provider whose
 * @param url where it is
 * @param types of what it is told; a test always arrives
 * @param secret by which what is sent is signed, sealed
 * @param retiring the one before, by which it is signed too for a while
 * @param addedAt when it was added
 * @param stoppedAt since when it is told nothing, if that is so
 */
public record Endpoint(
        EndpointId id,
        TenantId provider,
        EndpointUrl url,
        Set<EventType> types,
        SealedSecret secret,
        Optional<Retiring> retiring,
        Instant addedAt,
        Optional<Instant> stoppedAt) {

    /** For how long two secrets sign. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** How many there may be. */
    public static final int MOST = 20;

    /** Copies the set; refuses null, and no type. */
    public Endpoint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(url, "url");
        types = Set.copyOf(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("types is empty");
        }
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(retiring, "retiring");
        Objects.requireNonNull(addedAt, "addedAt");
        Objects.requireNonNull(stoppedAt, "stoppedAt");
    }

    /**
     * A secret that is on its way out.
     *
     * @param secret sealed
     * @param until until when it signs; half-open
     */
    public record Retiring(SealedSecret secret, Instant until) {

        /** Refuses null. */
        public Retiring {
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(until, "until");
        }
    }

    /** Whether it is told of {@code type}. */
    boolean wants(EventType type) {
        return stoppedAt.isEmpty() && types.contains(type);
    }

    Endpoint rotated(SealedSecret next, Instant now) {
        return new Endpoint(
                id,
                provider,
                url,
                types,
                next,
                Optional.of(new Retiring(secret, now.plus(OVERLAP))),
                addedAt,
                stoppedAt);
    }

    /** The same, told nothing any more; the first time stands. */
    Endpoint stopped(Instant now) {
        return stoppedAt.isPresent() ? this : with(Optional.of(now));
    }

    Endpoint resumed() {
        return with(Optional.empty());
    }

    private Endpoint with(Optional<Instant> stopped) {
        return new Endpoint(id, provider, url, types, secret, retiring, addedAt, stopped);
    }
}

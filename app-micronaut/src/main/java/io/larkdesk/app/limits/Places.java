package io.larkdesk.app.limits;

import io.larkdesk.app.config.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds how many requests are worked on at once. One that finds no place is refused at once, which costs next to nothing, so that those
 * that have one are answered as fast as ever. Thread-safe.
 */
@Singleton
public final class Places {

    /** So many for each connection to the database: enough that none is idle, few enough that nobody waits for long. */
    private static final int FOR_A_CONNECTION = 4;

    /** Forms with files take long, and hold a thread each. */
    private static final int UPLOADS = 64;

    private final Semaphore ordinary;
    private final Semaphore urgent;
    private final Semaphore uploads = new Semaphore(UPLOADS);

    @Inject
    Places(Settings settings, MeterRegistry meters) {
        this(FOR_A_CONNECTION * settings.connections());
        Gauge.builder("larkdesk.requests.places.left", ordinary::availablePermits)
                .description("Requests that can be taken up now, beside those that are worked on")
                .register(meters);
    }

    Places(int ordinary) {
        this.ordinary = new Semaphore(ordinary);
        this.urgent = new Semaphore(ordinary);
    }

    /** What a request is. */
    public enum Kind {
        /** As most are. */
        ORDINARY,
        /** About an Emergency: besides all others there is as much room again for it. */
        URGENT,
        /** A form with files, which comes slowly. */
        UPLOAD
    }

    /** A place that somebody has; can be given back more than once. */
    public static final class Place {

        private final Semaphore of;
        private final AtomicBoolean given = new AtomicBoolean();

        private Place(Semaphore of) {
            this.of = of;
        }

        /** Gives it back. */
        public void leave() {
            if (given.compareAndSet(false, true)) {
                of.release();
            }
        }
    }

    /** A place, if there is one. */
    public Optional<Place> enter(Kind kind) {
        return switch (kind) {
            case ORDINARY -> enter(ordinary);
            case URGENT -> enter(urgent).or(() -> enter(ordinary));
            case UPLOAD -> enter(uploads);
        };
    }

    private static Optional<Place> enter(Semaphore places) {
        return places.tryAcquire() ? Optional.of(new Place(places)) : Optional.empty();
    }
}

package io.larkdesk.app.limits;

import io.larkdesk.app.config.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
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

    private static final int LATEST_AGAIN_SECONDS = 3;

    private final Semaphore ordinary;
    private final Semaphore urgent;
    private final Semaphore uploads = new Semaphore(UPLOADS);
    private final Counter refused;

    Places(Settings settings, MeterRegistry meters) {
        int most = FOR_A_CONNECTION * settings.connections();
        this.ordinary = new Semaphore(most);
        this.urgent = new Semaphore(most);
        this.refused = Counter.builder("larkdesk.requests.refused")
                .description("Requests that were refused because as many were worked on as may be")
                .register(meters);
        Gauge.builder("larkdesk.requests.places.left", ordinary::availablePermits)
                .description("Requests that can be taken up now, beside those that are worked on")
                .register(meters);
    }

    /** In how many seconds somebody may ask again who was refused: those who are refused together do not come back together. */
    public static int againAfterSeconds() {
        return ThreadLocalRandom.current().nextInt(1, LATEST_AGAIN_SECONDS + 1);
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

    /** Whether there is a place just now; if not, the request is refused. */
    public boolean hasRoom(Kind kind) {
        boolean room =
                switch (kind) {
                    case ORDINARY -> ordinary.availablePermits() > 0;
                    case URGENT -> urgent.availablePermits() > 0 || ordinary.availablePermits() > 0;
                    case UPLOAD -> uploads.availablePermits() > 0;
                };
        if (!room) {
            refused.increment();
        }
        return room;
    }

    /** A place, if there is one; if not, the request is refused. */
    public Optional<Place> enter(Kind kind) {
        Optional<Place> place =
                switch (kind) {
                    case ORDINARY -> enter(ordinary);
                    case URGENT -> enter(urgent).or(() -> enter(ordinary));
                    case UPLOAD -> enter(uploads);
                };
        if (place.isEmpty()) {
            refused.increment();
        }
        return place;
    }

    private static Optional<Place> enter(Semaphore places) {
        return places.tryAcquire() ? Optional.of(new Place(places)) : Optional.empty();
    }
}

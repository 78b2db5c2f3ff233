package io.larkdesk.app.limits;

import io.larkdesk.app.config.Settings;
import io.larkdesk.core.tenant.AppId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds how many requests are worked on at once. One that finds no place is refused at once, which costs next to nothing, so that those
 * that have one are answered as fast as ever. One customer's people never have all places. Thread-safe.
 */
@Singleton
public final class Places {

    /** So many for each connection to the database: enough that none is idle, few enough that nobody waits for long. */
    private static final int FOR_A_CONNECTION = 4;

    /** Forms with files take long, and hold a thread each. */
    private static final int UPLOADS = 64;

    /** Of so many places one is kept from whoever has all the others. */
    private static final int KEPT_OF = 5;

    private static final int LATEST_AGAIN_SECONDS = 3;

    private final Bulkhead ordinary;
    private final Bulkhead urgent;
    private final Bulkhead uploads = bulkhead(UPLOADS);
    private final Counter refused;

    Places(Settings settings, MeterRegistry meters) {
        int most = FOR_A_CONNECTION * settings.connections();
        this.ordinary = bulkhead(most);
        this.urgent = bulkhead(most);
        this.refused = Counter.builder("larkdesk.requests.refused")
                .description("Requests that were refused because as many were worked on as may be")
                .register(meters);
        Gauge.builder("larkdesk.requests.places.left", ordinary::left)
                .description("Requests that can be taken up now, beside those that are worked on")
                .register(meters);
    }

    private static Bulkhead bulkhead(int places) {
        return new Bulkhead(places, places - places / KEPT_OF);
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

        private final Runnable giveBack;
        private final AtomicBoolean given = new AtomicBoolean();

        Place(Runnable giveBack) {
            this.giveBack = giveBack;
        }

        /** Gives it back. */
        public void leave() {
            if (given.compareAndSet(false, true)) {
                giveBack.run();
            }
        }
    }

    /** Whether there is a place just now for somebody of {@code app}, or of none; if not, the request is refused. */
    public boolean hasRoom(Kind kind, Optional<AppId> app) {
        boolean room =
                switch (kind) {
                    case ORDINARY -> ordinary.hasPlaceFor(app);
                    case URGENT -> urgent.hasPlaceFor(app) || ordinary.hasPlaceFor(app);
                    case UPLOAD -> uploads.hasPlaceFor(app);
                };
        if (!room) {
            refused.increment();
        }
        return room;
    }

    /** A place for somebody of {@code app}, or of none, if there is one; if not, the request is refused. */
    public Optional<Place> enter(Kind kind, Optional<AppId> app) {
        Optional<Place> place =
                switch (kind) {
                    case ORDINARY -> ordinary.enter(app);
                    case URGENT -> urgent.enter(app).or(() -> ordinary.enter(app));
                    case UPLOAD -> uploads.enter(app);
                };
        if (place.isEmpty()) {
            refused.increment();
        }
        return place;
    }
}

package io.larkdesk.app.limits;

import io.larkdesk.app.limits.Places.Place;
import io.larkdesk.core.tenant.AppId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Places of one kind, divided: the people of one app have a share of them at most, so that whoever asks for all leaves some to the others. Thread-safe. */
final class Bulkhead {

    private final Semaphore places;
    private final int share;

    /** Of apps that have none there is nothing, so addresses that somebody makes up leave nothing behind. */
    private final Map<AppId, Integer> held = new ConcurrentHashMap<>();

    Bulkhead(int places, int share) {
        this.places = new Semaphore(places);
        this.share = share;
    }

    /** How many places are left. */
    int left() {
        return places.availablePermits();
    }

    /** Whether there is a place just now for somebody of {@code app}, or of none. */
    boolean hasPlaceFor(Optional<AppId> app) {
        return left() > 0 && app.map(name -> held.getOrDefault(name, 0) < share).orElse(true);
    }

    /** A place for somebody of {@code app}, or of none. */
    Optional<Place> enter(Optional<AppId> app) {
        if (!app.map(this::takeShare).orElse(true)) {
            return Optional.empty();
        }
        if (!places.tryAcquire()) {
            app.ifPresent(this::giveBack);
            return Optional.empty();
        }
        return Optional.of(new Place(() -> {
            places.release();
            app.ifPresent(this::giveBack);
        }));
    }

    private boolean takeShare(AppId app) {
        boolean within = held.merge(app, 1, Integer::sum) <= share;
        if (!within) {
            giveBack(app);
        }
        return within;
    }

    private void giveBack(AppId app) {
        held.computeIfPresent(app, (name, count) -> count == 1 ? null : count - 1);
    }
}

package io.larkdesk.faults.agent;

import java.util.EnumMap;
import java.util.Map;

/** The places that one thread is in. */
final class Within {

    private final Map<Place, Integer> depths = new EnumMap<>(Place.class);

    boolean isIn(Place place) {
        return place == Place.ANYWHERE || depths.getOrDefault(place, 0) > 0;
    }

    void enter(Place place) {
        depths.merge(place, 1, Integer::sum);
    }

    void leave(Place place) {
        depths.merge(place, -1, Integer::sum);
    }

    /** It is in {@code place} until it is told otherwise. */
    void set(Place place, boolean entered) {
        depths.put(place, entered ? 1 : 0);
    }
}

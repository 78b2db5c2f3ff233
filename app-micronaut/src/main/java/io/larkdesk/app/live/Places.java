package io.larkdesk.app.live;

import io.larkdesk.core.group.GroupId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The places of all groups that anybody follows here; a place is made for its first page and forgotten with its last. Thread-safe.
 *
 * @param <P> the sort of place
 */
final class Places<P extends Place> {

    private final Map<GroupId, P> places = new ConcurrentHashMap<>();
    private final Function<GroupId, P> make;

    Places(Function<GroupId, P> make) {
        this.make = make;
    }

    void enter(GroupId group, OpenPage page) {
        places.compute(group, (id, known) -> {
            P place = known == null ? make.apply(id) : known;
            place.enter(page);
            return place;
        });
    }

    void leave(GroupId group, OpenPage page) {
        places.computeIfPresent(group, (id, place) -> {
            place.leave(page);
            return place.isEmpty() ? null : place;
        });
    }

    Optional<P> find(GroupId group) {
        return Optional.ofNullable(places.get(group));
    }

    void changed(GroupId group) {
        find(group).ifPresent(Place::changed);
    }

    void allChanged() {
        places.values().forEach(Place::changed);
    }

    /** The groups, as they come and go. */
    Set<GroupId> groups() {
        return places.keySet();
    }
}

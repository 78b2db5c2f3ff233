package io.larkdesk.testkit.law;

import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.reminder.ReminderPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Lark as far as the laws go: requests on their way, and what arrived; a uuid arrives once in an hour. */
final class LarkInbox {

    private final List<Arrival> arrivals = new ArrayList<>();
    private final PriorityQueue<Flight> underway = new PriorityQueue<>(Comparator.comparing(Flight::lands));
    private int requests;

    /** A request that the network holds up. */
    private record Flight(Attempt attempt, Instant lands) {}

    List<Arrival> arrivals() {
        return Collections.unmodifiableList(arrivals);
    }

    /** How many requests Lark has taken, those among them that it recognised as repeated. */
    int requests() {
        return requests;
    }

    void holdUp(Attempt attempt, Instant until) {
        underway.add(new Flight(attempt, until));
    }

    /** When the next request that is on its way arrives, if it does until {@code limit}. */
    Optional<Instant> nextUntil(Instant limit) {
        return Optional.ofNullable(underway.peek()).map(Flight::lands).filter(lands -> !lands.isAfter(limit));
    }

    /** The request that arrives next. */
    Attempt land() {
        return underway.remove().attempt();
    }

    /** Lark takes {@code arrival}; whether the person gets to see it. */
    boolean take(Arrival arrival) {
        requests++;
        boolean repeated = last(arrival.reminder())
                .filter(first -> arrival.at().isBefore(first.at().plus(ReminderPolicy.LARK_DEDUPLICATES_FOR)))
                .isPresent();
        if (!repeated) {
            arrivals.add(arrival);
        }
        return !repeated;
    }

    /** The last arrival of {@code reminder}. */
    Optional<Arrival> last(ReminderId reminder) {
        return arrivals.stream()
                .filter(arrival -> arrival.reminder().equals(reminder))
                .reduce((earlier, later) -> later);
    }
}

package io.larkdesk.benchmarks.harness;

import java.util.Map;
import java.util.Optional;

/**
 * What is asked of ours.
 *
 * @param metric of which figure
 * @param kind how it is held beside others
 * @param bound for a rate at least this, for a cost at most
 */
public record Bar(Metric metric, Kind kind, double bound) {

    /** How ours is held beside others. */
    public enum Kind {
        /** As a multiple of the limit's. */
        OF_LIMIT("of the limit"),
        /** As a multiple of the peer's. */
        OF_PEER("of the peer"),
        /** As what it has more than the limit, in the metric's unit. */
        BEYOND_LIMIT("more than the limit"),
        /** By itself. */
        ABSOLUTE("");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As it goes after a figure. */
        String words() {
            return words;
        }
    }

    /** What is held against the bound, if there is everything that it takes. */
    public Optional<Double> value(Map<Role, Double> medians) {
        Optional<Double> ours = Optional.ofNullable(medians.get(Role.OURS));
        return switch (kind) {
            case OF_LIMIT -> ours.flatMap(figure -> of(medians, Role.LIMIT).map(limit -> figure / limit));
            case OF_PEER -> ours.flatMap(figure -> of(medians, Role.PEER).map(peer -> figure / peer));
            case BEYOND_LIMIT -> ours.flatMap(figure -> of(medians, Role.LIMIT).map(limit -> figure - limit));
            case ABSOLUTE -> ours;
        };
    }

    private static Optional<Double> of(Map<Role, Double> medians, Role role) {
        return Optional.ofNullable(medians.get(role));
    }

    /** Whether {@code value} is good enough. */
    public boolean isReachedBy(double value) {
        return metric.moreIsBetter() ? value >= bound : value <= bound;
    }
}

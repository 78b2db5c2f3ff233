package io.larkdesk.core.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How well it went, in the customers' view.
 *
 * @param counts how many gave one star, two, up to five
 */
public record Ratings(List<Integer> counts) {

    /** Nobody said. */
    public static final Ratings NONE = new Ratings(List.of(0, 0, 0, 0, 0));

    /** Copies the list, which has five counts. */
    public Ratings {
        counts = List.copyOf(counts);
        if (counts.size() != 5 || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("not five counts: " + counts);
        }
    }

    /** How many gave stars at all. */
    public int count() {
        return counts.stream().mapToInt(count -> count).sum();
    }

    /** How many stars they gave on average; 0 if nobody gave any. */
    public double mean() {
        int stars = IntStream.range(0, counts.size())
                .map(below -> (below + 1) * counts.get(below))
                .sum();
        return stars / (double) Math.max(1, count());
    }
}

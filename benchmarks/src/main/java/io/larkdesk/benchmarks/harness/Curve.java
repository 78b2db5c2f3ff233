package io.larkdesk.benchmarks.harness;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * How what the service costs grows with what there is.
 *
 * @param id its short name, such as C3
 * @param work what is done
 * @param over of what there is more and more, such as tickets
 * @param points who does it, by how much of that there is
 */
public record Curve(String id, String work, String over, SortedMap<Long, Contender> points) {

    /** Copies the points. */
    public Curve {
        points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
    }

    /** One at each of {@code sizes}. */
    public static Curve of(
            String id, String work, String over, LongFunction<Contender.Preparation> ours, long... sizes) {
        SortedMap<Long, Contender> points = new TreeMap<>();
        LongStream.of(sizes).forEach(size -> points.put(size, new Contender("larkdesk", ours.apply(size))));
        return new Curve(id, work, over, points);
    }
}

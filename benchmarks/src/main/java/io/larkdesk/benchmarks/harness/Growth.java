package io.larkdesk.benchmarks.harness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What came of measuring a curve, as it is kept.
 *
 * @param curve its id
 * @param work what was done
 * @param over of what there was more and more
 * @param circumstances when and where
 * @param points in the order of their sizes
 */
public record Growth(String curve, String work, String over, Circumstances circumstances, List<Point> points) {

    /**
     * What was measured with so much.
     *
     * @param size how much
     * @param figures by metric
     * @param failures why runs have no figure
     */
    public record Point(long size, List<Result.Figures> figures, List<String> failures) {

        /** The size as people read it, such as 1,000. */
        String sizeInWords() {
            return String.format(Locale.ROOT, "%,d", size);
        }

        /** The median of {@code metric}; NaN if there is none. */
        double median(String metric) {
            return figures.stream()
                    .filter(one -> one.metric().equals(metric))
                    .mapToDouble(Result.Figures::median)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    /** Figures of each metric that was measured at any point. */
    List<Result.Figures> metrics() {
        return points.stream()
                .flatMap(point -> point.figures().stream())
                .collect(Collectors.toMap(Result.Figures::metric, one -> one, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }
}

package io.larkdesk.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All curves in one picture, a panel for each figure: sizes on a logarithmic scale, the figure on one that begins at nought. */
public final class GrowthPlot {

    private static final int WIDTH = 1000;
    private static final int COLUMNS = 3;
    private static final int ROW = 210;
    private static final int LEFT = 46;
    private static final int RIGHT = 24;
    private static final int TOP = 48;
    private static final int BOTTOM = 34;
    private static final double HEADROOM = 1.25;
    private static final String COLOUR = "#0b57d0";

    private final List<Panel> panels;

    /** One figure, as it grows. */
    private record Panel(Growth growth, String metric, String unit) {

        double most() {
            return growth.points().stream()
                    .mapToDouble(point -> point.median(metric))
                    .filter(median -> !Double.isNaN(median))
                    .max()
                    .orElse(0);
        }
    }

    /** Of these, in their order. */
    public GrowthPlot(List<Growth> all) {
        this.panels = all.stream()
                .flatMap(growth ->
                        growth.metrics().stream().map(figures -> new Panel(growth, figures.metric(), figures.unit())))
                .toList();
    }

    /** As SVG. */
    public String svg() {
        Svg svg = new Svg(WIDTH, (panels.size() + COLUMNS - 1) / COLUMNS * ROW);
        IntStream.range(0, panels.size())
                .forEach(i -> draw(svg, panels.get(i), i % COLUMNS * (WIDTH / COLUMNS), i / COLUMNS * ROW));
        return svg.toString();
    }

    private static void draw(Svg svg, Panel panel, int left, int top) {
        int width = WIDTH / COLUMNS - LEFT - RIGHT;
        int height = ROW - TOP - BOTTOM;
        int ground = top + ROW - BOTTOM;
        double most = Math.max(panel.most(), 1e-9) * HEADROOM;
        svg.text(left + LEFT, top + 18, Svg.Anchor.START, panel.growth().curve() + " " + panel.metric());
        svg.text(
                left + LEFT,
                top + 33,
                Svg.Anchor.START,
                panel.unit() + ", by " + panel.growth().over());
        svg.line(left + LEFT, ground, left + LEFT + width, ground, Svg.INK);
        svg.line(left + LEFT, ground - height / HEADROOM, left + LEFT + width, ground - height / HEADROOM, Svg.FAINT);
        svg.text(left + LEFT - 6, ground - height / HEADROOM + 4, Svg.Anchor.END, Report.figure(panel.most()));
        svg.text(left + LEFT - 6, ground + 4, Svg.Anchor.END, "0");
        List<Growth.Point> points = panel.growth().points();
        double first = magnitude(points.get(0));
        double span = Math.max(1e-9, magnitude(points.get(points.size() - 1)) - first);
        List<double[]> drawn = new ArrayList<>();
        for (Growth.Point point : points) {
            double x = left + LEFT + 8 + (magnitude(point) - first) / span * (width - 16);
            svg.text(x, ground + 16, Svg.Anchor.MIDDLE, shortened(point.size()));
            double median = point.median(panel.metric());
            if (!Double.isNaN(median)) {
                drawn.add(new double[] {x, ground - median / most * height});
            }
        }
        svg.path(drawn, COLOUR);
        drawn.forEach(point -> svg.point(point[0], point[1], COLOUR));
    }

    private static double magnitude(Growth.Point point) {
        return Math.log((double) point.size());
    }

    private static String shortened(long size) {
        return size >= 1_000_000 ? size / 1_000_000 + "M" : size >= 1_000 ? size / 1_000 + "k" : Long.toString(size);
    }
}

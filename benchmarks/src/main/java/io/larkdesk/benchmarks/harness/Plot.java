package io.larkdesk.benchmarks.harness;

import java.util.List;
import java.util.stream.Stream;

/** All bars in one picture: how many times over each is reached, on a logarithmic scale; the dark line is the bar. */
public final class Plot {

    private static final int WIDTH = 1100;
    private static final int LABELS = 620;
    private static final int ROW = 22;
    private static final int TOP = 34;
    private static final double LEAST = 0.01;
    private static final double MOST = 10;

    private final List<Row> rows;

    private record Row(String label, double times, boolean reached) {}

    /** Of these, in their order. */
    public Plot(List<Result> results) {
        this.rows = results.stream().flatMap(Plot::rows).toList();
    }

    private static Stream<Row> rows(Result result) {
        return result.trials().stream().flatMap(trial -> trial.verdicts().stream()
                .filter(verdict -> times(verdict) > 0)
                .map(verdict -> new Row(
                        result.goal() + " " + trial.work() + ": " + verdict.metric() + beside(verdict.kind()),
                        times(verdict),
                        verdict.reached())));
    }

    private static String beside(Bar.Kind kind) {
        return switch (kind) {
            case OF_LIMIT -> " / limit";
            case OF_PEER -> " / peer";
            case BEYOND_LIMIT, ABSOLUTE -> "";
        };
    }

    /** How many times over; 0 if nobody knows. */
    private static double times(Result.Verdict verdict) {
        if (Double.isNaN(verdict.value())) {
            return 0;
        }
        double most = MOST * MOST;
        double times = verdict.moreIsBetter() ? verdict.value() / verdict.bound() : verdict.bound() / verdict.value();
        // What costs nothing, where nothing is asked
        return Double.isNaN(times) ? 1 : times < 0 ? most : Math.min(times, most);
    }

    /** As SVG. */
    public String svg() {
        int height = TOP + rows.size() * ROW + 10;
        Svg svg = new Svg(WIDTH, height);
        for (double mark : new double[] {LEAST, 0.1, 1, MOST}) {
            double x = x(mark);
            String line = mark == 1 ? Svg.INK : Svg.FAINT;
            svg.line(x, TOP - 8, x, height - 8, line);
            svg.text(x, TOP - 14, Svg.Anchor.MIDDLE, "×" + Report.figure(mark));
        }
        for (int i = 0; i < rows.size(); i++) {
            draw(svg, rows.get(i), TOP + i * ROW);
        }
        return svg.toString();
    }

    private static void draw(Svg svg, Row row, int y) {
        double bar = x(1);
        double end = x(row.times());
        String colour = row.reached() ? "#1a7f37" : "#b35900";
        svg.text(LABELS - 10, y + 13, Svg.Anchor.END, row.label());
        svg.rectangle(Math.min(bar, end), y + 3, Math.max(1, Math.abs(end - bar)), 12, colour);
    }

    /** Where {@code times} is, between the least and the most that is drawn. */
    private static double x(double times) {
        double within = Math.max(LEAST, Math.min(MOST, times));
        return LABELS + Math.log(within / LEAST) / Math.log(MOST / LEAST) * (WIDTH - 20 - LABELS);
    }
}

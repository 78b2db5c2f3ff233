package io.larkdesk.benchmarks.harness;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A picture that is drawn piece by piece, on white. */
final class Svg {

    static final String INK = "#222";
    static final String FAINT = "#ddd";

    private final StringBuilder svg = new StringBuilder();

    /** To which side of a point its text is. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    Svg(int width, int height) {
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                width, height);
        append("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", width, height);
    }

    void line(double x1, double y1, double x2, double y2, String colour) {
        append("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", x1, y1, x2, y2, colour);
    }

    void text(double x, double y, Anchor anchor, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        String side = anchor.name().toLowerCase(Locale.ROOT);
        append("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>", x, y, side, INK, escaped);
    }

    void rectangle(double x, double y, double width, double height, String colour) {
        append("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, width, height, colour);
    }

    void point(double x, double y, String colour) {
        append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", x, y, colour);
    }

    /** Through all of {@code points}, each of an x and a y. */
    void path(List<double[]> points, String colour) {
        String all = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point[0], point[1]))
                .collect(Collectors.joining(" "));
        append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", all, colour);
    }

    private void append(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    @Override
    public String toString() {
        return svg + "</svg>\n";
    }
}

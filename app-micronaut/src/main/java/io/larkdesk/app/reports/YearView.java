package io.larkdesk.app.reports;

import io.larkdesk.app.charts.BarChart;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.report.MonthFigures;
import io.larkdesk.core.report.Promises;
import io.larkdesk.core.report.ShowReport;
import io.larkdesk.core.report.Spread;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A customer's year, in words and charts.
 *
 * @param viewer for whom
 * @param months in order
 * @param base its address, without the query that says which year
 */
public record YearView(Viewer viewer, List<MonthView> months, String base) {

    /** Copies the list, which has a month at least. */
    public YearView {
        Objects.requireNonNull(viewer, "viewer");
        months = List.copyOf(months);
        Objects.requireNonNull(base, "base");
    }

    /** What {@code report} tells, at {@code base}. */
    public static YearView of(Viewer viewer, ShowReport.Report report, String base) {
        return new YearView(
                viewer,
                report.months().stream()
                        .map(figures -> new MonthView(viewer, report.tenant(), figures))
                        .toList(),
                base);
    }

    /** The same as a file for spreadsheets. */
    public byte[] file() {
        return MonthView.file(texts(), months);
    }

    /** What the file is called. */
    public String fileName() {
        return "report-" + last() + ".csv";
    }

    /** Its own address. */
    public String path() {
        return path(last());
    }

    /**
     * A chart with what its colours mean.
     *
     * @param title what it shows
     * @param bars the chart
     */
    public record Figure(String title, BarChart bars) {

        /** Refuses null. */
        public Figure {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(bars, "bars");
        }
    }

    /** Where the year before is. */
    public String earlier() {
        return path(last().minusMonths(ShowReport.MONTHS));
    }

    /** Where the year after is. */
    public String later() {
        return path(last().plusMonths(ShowReport.MONTHS));
    }

    /** Whether the year after has begun. */
    public boolean hasLater() {
        return last().atEndOfMonth()
                .isBefore(viewer.now().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** Where the file is. */
    public String csv() {
        return base + "/months.csv?until=" + last();
    }

    /** From when until when. */
    public String said() {
        return texts().say(
                        "report.year",
                        Map.of(
                                "first",
                                months.get(0).month(),
                                "last",
                                months.get(months.size() - 1).month()));
    }

    /**
     * What a figure has bars of.
     *
     * @param key the end of the key of what they stand for
     * @param height how high they are in each month
     */
    private record Bars(String key, Function<MonthFigures, Number> height) {}

    /** What there is to see, without what has nothing. */
    public List<Figure> figures() {
        return Stream.of(
                        figure(
                                "tickets",
                                new Bars("opened", MonthFigures::opened),
                                new Bars("resolved", month -> month.resolution().count())),
                        figureOfTimes("reply", MonthFigures::firstReply),
                        figureOfTimes("resolution", MonthFigures::resolution),
                        figureOfPromises("replyPromises", MonthFigures::replyPromises),
                        figureOfPromises("resolutionPromises", MonthFigures::resolutionPromises),
                        figure(
                                "urgency",
                                new Bars("emergencies", MonthFigures::emergencies),
                                new Bars("reminders", MonthFigures::reminders)))
                .filter(figure -> !figure.bars().isFlat())
                .toList();
    }

    private Figure figureOfTimes(String chart, Function<MonthFigures, Spread> spread) {
        return figure(
                chart,
                new Bars("median", month -> hours(spread.apply(month).median())),
                new Bars("ninetieth", month -> hours(spread.apply(month).ninetieth())));
    }

    private Figure figureOfPromises(String chart, Function<MonthFigures, Promises> promises) {
        return figure(
                chart,
                new Bars("kept", month -> promises.apply(month).kept()),
                new Bars("broken", month -> promises.apply(month).broken()));
    }

    private static double hours(Duration time) {
        return Math.round(time.toMinutes() / 6.0) / 10.0;
    }

    private Figure figure(String chart, Bars... series) {
        String title = texts().say("report.chart." + chart);
        List<BarChart.Series> bars = Arrays.stream(series)
                .map(one -> new BarChart.Series(
                        texts().say("report.series." + one.key()),
                        months.stream()
                                .map(month -> one.height().apply(month.figures()))
                                .toList()))
                .toList();
        return new Figure(
                title,
                new BarChart(
                        texts().say("report.described", Map.of("title", title, "values", describe(bars))),
                        months.stream().map(MonthView::shortMonth).toList(),
                        bars));
    }

    private String describe(List<BarChart.Series> bars) {
        return IntStream.range(0, months.size())
                .filter(i -> bars.stream().anyMatch(one -> one.values().get(i).doubleValue() != 0))
                .mapToObj(i -> months.get(i).month() + " "
                        + bars.stream()
                                .map(one -> one.values().get(i).toString())
                                .collect(Collectors.joining("/")))
                .collect(Collectors.joining(", "));
    }

    private String path(YearMonth last) {
        return base + "?until=" + last;
    }

    private YearMonth last() {
        return months.get(months.size() - 1).figures().month();
    }

    private Texts texts() {
        return viewer.texts();
    }
}

package io.larkdesk.app.console.reports;

import io.larkdesk.app.charts.BarChart;
import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.Texts;
import io.larkdesk.core.report.MonthFigures;
import io.larkdesk.core.report.Promises;
import io.larkdesk.core.report.ShowReport;
import io.larkdesk.core.report.Spread;
import io.larkdesk.core.tenant.Tenant;
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
 * A customer's year.
 *
 * @param frame what stands around it
 * @param tenant whose
 * @param months in order
 */
public record ReportPage(ConsoleFrame frame, Tenant tenant, List<MonthView> months) {

    /** Copies the list, which has a month at least. */
    public ReportPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(tenant, "tenant");
        months = List.copyOf(months);
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

    static String path(Tenant tenant, YearMonth last) {
        return Section.REPORTS.path() + "/" + tenant.id().value() + "?until=" + last;
    }

    /** Where the year before is. */
    public String earlier() {
        return path(tenant, last().minusMonths(ShowReport.MONTHS));
    }

    /** Where the year after is. */
    public String later() {
        return path(tenant, last().plusMonths(ShowReport.MONTHS));
    }

    /** Whether the year after has begun. */
    public boolean hasLater() {
        return last().atEndOfMonth()
                .isBefore(frame.viewer().now().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** Where the file is. */
    public String csv() {
        return Section.REPORTS.path() + "/" + tenant.id().value() + "/months.csv?until=" + last();
    }

    /** From when until when. */
    public String year() {
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

    private YearMonth last() {
        return months.get(months.size() - 1).figures().month();
    }

    private Texts texts() {
        return frame.viewer().texts();
    }
}

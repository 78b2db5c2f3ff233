package io.larkdesk.app.reports;

import io.larkdesk.app.page.Csv;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.report.MonthFigures;
import io.larkdesk.core.report.Promises;
import io.larkdesk.core.report.Spread;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A customer's month, in words.
 *
 * @param viewer for whom
 * @param tenant whose
 * @param figures what came of it
 */
public record MonthView(Viewer viewer, Tenant tenant, MonthFigures figures) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Refuses null. */
    public MonthView {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(figures, "figures");
    }

    /** The customer's year up to this month, if {@code base} has those of customers. */
    public String path(String base) {
        return base + "/" + tenant.id().value() + "?until=" + figures.month();
    }

    /** Which month. */
    public String month() {
        return ReportMonth.say(viewer, figures.month());
    }

    /** Which month, as short as can be. */
    String shortMonth() {
        return figures.month()
                .getMonth()
                .getDisplayName(TextStyle.SHORT_STANDALONE, texts().language().locale());
    }

    /** How many of the tickets have a reply. */
    public String replied() {
        return of(figures.firstReply());
    }

    /** How many of the tickets are resolved. */
    public String resolved() {
        return of(figures.resolution());
    }

    /** How many of the promises were kept; nothing if nothing was promised. */
    public String kept(Promises promises) {
        return promises.count() == 0
                ? ""
                : texts().say("report.cell.replied", Map.of("replied", promises.kept(), "opened", promises.count()));
    }

    private String of(Spread some) {
        return figures.opened() == 0
                ? ""
                : texts().say("report.cell.replied", Map.of("replied", some.count(), "opened", figures.opened()));
    }

    /** How long half of them took at most, and how long nine of ten; nothing if there are none. */
    public String took(Spread spread) {
        return spread.count() == 0
                ? ""
                : viewer.times().took(spread.median()) + " / " + viewer.times().took(spread.ninetieth());
    }

    /** How many stars on average; nothing if nobody gave any. */
    public String stars() {
        return figures.ratings().count() == 0
                ? ""
                : texts().say(
                                "report.cell.stars",
                                Map.of(
                                        "mean",
                                        figures.ratings().mean(),
                                        "count",
                                        figures.ratings().count()));
    }

    /** {@code months} as a file for spreadsheets, whose head is in the words of {@code texts}. */
    public static byte[] file(Texts texts, List<MonthView> months) {
        return Csv.file(csvHead(texts), months.stream().map(MonthView::csv).toList());
    }

    private static List<String> csvHead(Texts texts) {
        return Stream.concat(
                        Stream.of("tenants.organisation"),
                        Stream.of(
                                        "month",
                                        "opened",
                                        "replied",
                                        "reply50",
                                        "reply90",
                                        "resolved",
                                        "resolution50",
                                        "resolution90",
                                        "replyKept",
                                        "replyBroken",
                                        "resolutionKept",
                                        "resolutionBroken",
                                        "rated",
                                        "stars",
                                        "emergencies",
                                        "acknowledged",
                                        "acknowledgement50",
                                        "acknowledgement90",
                                        "reminders")
                                .map(column -> "report.column." + column))
                .map(texts::say)
                .toList();
    }

    private List<String> csv() {
        return List.of(
                tenant.organisation(),
                figures.month().toString(),
                Integer.toString(figures.opened()),
                Integer.toString(figures.firstReply().count()),
                units(figures.firstReply(), Spread::median, HOUR),
                units(figures.firstReply(), Spread::ninetieth, HOUR),
                Integer.toString(figures.resolution().count()),
                units(figures.resolution(), Spread::median, HOUR),
                units(figures.resolution(), Spread::ninetieth, HOUR),
                Integer.toString(figures.replyPromises().kept()),
                Integer.toString(figures.replyPromises().broken()),
                Integer.toString(figures.resolutionPromises().kept()),
                Integer.toString(figures.resolutionPromises().broken()),
                Integer.toString(figures.ratings().count()),
                figures.ratings().count() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", figures.ratings().mean()),
                Integer.toString(figures.emergencies()),
                Integer.toString(figures.acknowledgement().count()),
                units(figures.acknowledgement(), Spread::median, MINUTE),
                units(figures.acknowledgement(), Spread::ninetieth, MINUTE),
                Integer.toString(figures.reminders()));
    }

    /** A number of units, which every spreadsheet can count with; nothing if there is none. */
    private static String units(Spread spread, Function<Spread, Duration> time, Duration unit) {
        return spread.count() == 0
                ? ""
                : String.format(Locale.ROOT, "%.2f", time.apply(spread).toMillis() / (double) unit.toMillis());
    }

    private Texts texts() {
        return viewer.texts();
    }
}

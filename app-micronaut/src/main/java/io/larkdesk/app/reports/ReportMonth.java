package io.larkdesk.app.reports;

import io.larkdesk.app.page.Viewer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** How months are written. */
public final class ReportMonth {

    /** Those that databases know, too. */
    private static final Pattern FORM = Pattern.compile("[12]\\d{3}-\\d{2}");

    private ReportMonth() {}

    /** The month that {@code text} is, such as {@code 2026-11}; empty if it is none. */
    public static Optional<YearMonth> parse(String text) {
        String month = text.strip();
        try {
            return FORM.matcher(month).matches() ? Optional.of(YearMonth.parse(month)) : Optional.empty();
        } catch (DateTimeException thirteenth) {
            return Optional.empty();
        }
    }

    /** The month in words. */
    public static String say(Viewer viewer, YearMonth month) {
        return DateTimeFormatter.ofPattern(
                        viewer.texts().say("time.month"),
                        viewer.texts().language().locale())
                .format(month);
    }
}

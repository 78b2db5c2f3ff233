package io.larkdesk.app.console.budgets;

import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.budget.Forecast;
import io.larkdesk.core.budgeting.BudgetStatus;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a customer's budget stands, in words.
 *
 * @param viewer for whom
 * @param status where it stands
 * @param windows how often a person is reminded at most, by step
 */
public record BudgetView(Viewer viewer, BudgetStatus status, Function<Step, Duration> windows) {

    /** Refuses null. */
    public BudgetView {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(windows, "windows");
    }

    private Texts texts() {
        return viewer.texts();
    }

    /** Its page. */
    public String path() {
        return path(status);
    }

    static String path(BudgetStatus status) {
        return Section.BUDGETS.path() + "/" + status.tenant().id().value();
    }

    /** Whose it is. */
    public String organisation() {
        return status.tenant().organisation();
    }

    /** The month. */
    public String month() {
        return month(status.budget().month());
    }

    private String month(YearMonth month) {
        return DateTimeFormatter.ofPattern(
                        texts().say("time.month"), texts().language().locale())
                .format(month);
    }

    /** Whether the allowance has no limit; then there is no bar. */
    public boolean isUnlimited() {
        return status.budget().allowance().isUnlimited();
    }

    /** The bar. */
    public Meter meter() {
        return Meter.of(status);
    }

    /** What was used of how much. */
    public String used() {
        return isUnlimited()
                ? texts().say("budgets.usedFree", "used", status.budget().used())
                : texts().say(
                                "budgets.used",
                                Map.of(
                                        "used",
                                        status.budget().used(),
                                        "allowance",
                                        status.budget().allowance().calls()));
    }

    /** The class of the tag of the step. */
    public String tag() {
        return status.step() == Step.EVERY_WINDOW ? "done" : "wait";
    }

    /** The step in a word. */
    public String tagged() {
        return texts().say("budgets.tag." + status.step().name());
    }

    /** How often people are reminded. */
    public String step() {
        return step(status.step());
    }

    /** How often people are reminded at {@code step}. */
    public String step(Step step) {
        return texts().say(
                        "budgets.step." + step.name(),
                        "minutes",
                        windows.apply(step).toMinutes());
    }

    /** What the step means, and since when it is so. */
    public String since() {
        return status.since()
                .map(at -> texts().say("budgets.since", "time", viewer.times().moment(at)))
                .orElseGet(() -> texts().say("budgets.sinceNow"));
    }

    /** The forecast in a few words. */
    public String forecast() {
        return status.forecast()
                .map(forecast -> texts().say("budgets.forecast", numbers(forecast)))
                .orElseGet(() -> texts().say("budgets.noForecast"));
    }

    /** The forecast with what it rests on. */
    public String forecastInWords() {
        return status.forecast()
                .map(forecast -> texts().say(
                                forecast.isEarly() ? "budgets.forecastEarly" : "budgets.forecastWords",
                                numbers(forecast)))
                .orElseGet(() -> texts().say("budgets.noForecastWords"));
    }

    private Map<String, Object> numbers(Forecast forecast) {
        return Map.of(
                "likely",
                forecast.likely(),
                "low",
                forecast.low(),
                "high",
                forecast.high(),
                "days",
                forecast.observed(),
                "month",
                month());
    }

    /** What follows if the forecast comes true; empty if reminders stay within the allowance, or there are none any more. */
    public Optional<String> warning() {
        return isUnlimited() || status.step() == Step.WEB_ONLY
                ? Optional.empty()
                : status.forecast()
                        .filter(forecast -> forecast.likely() > status.usable())
                        .map(forecast -> texts().say("budgets.tooMuch", "usable", status.usable()));
    }

    /** From what the step follows. */
    public String pace() {
        return texts().say("budgets.pace", "pace", Math.round(status.pace()));
    }
}

package io.larkdesk.app.console.budgets;

import io.larkdesk.core.budget.CallDay;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The calls of a month as bars, a day each.
 *
 * @param bars in order of the days
 * @param most the calls of the busiest day
 */
public record DayChart(List<Bar> bars, int most) {

    private static final int HEIGHT = 80;
    private static final int STEP = 20;

    /** Copies the list. */
    public DayChart {
        bars = List.copyOf(bars);
    }

    /**
     * A day.
     *
     * @param day which day of the month
     * @param x where it begins, from the left
     * @param y where it begins, from the top
     * @param height how high it is
     */
    public record Bar(int day, int x, int y, int height) {}

    static DayChart of(YearMonth month, List<CallDay> ledger) {
        Map<LocalDate, CallDay> days = ledger.stream().collect(Collectors.toMap(CallDay::day, Function.identity()));
        int most = ledger.stream().mapToInt(CallDay::used).max().orElse(0);
        return new DayChart(
                IntStream.rangeClosed(1, month.lengthOfMonth())
                        .mapToObj(day -> bar(day, days, month.atDay(day), most))
                        .toList(),
                most);
    }

    private static Bar bar(int number, Map<LocalDate, CallDay> days, LocalDate date, int most) {
        CallDay day = days.get(date);
        int height = day == null || most == 0 ? 0 : Math.max(1, day.used() * HEIGHT / most);
        return new Bar(number, (number - 1) * STEP, HEIGHT - height, height);
    }

    /** How wide all of it is. */
    public int width() {
        return bars.size() * STEP;
    }
}

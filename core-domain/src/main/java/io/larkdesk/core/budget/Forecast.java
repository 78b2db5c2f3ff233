package io.larkdesk.core.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many calls a month will have had at its end, if its days go on as those before: each day that is left has as many as the average of the
 * days observed, and is as uneven as they were. Today has at least that average.
 *
 * @param spent how many it has had so far
 * @param low at least so many, nine times of ten; never less than spent
 * @param likely the best guess
 * @param high at most so many, nine times of ten
 * @param observed on how many whole days it rests
 */
public record Forecast(int spent, long low, long likely, long high, int observed) {

    /** Days further back are not looked at. */
    public static final int DAYS_OBSERVED = 28;

    /** Fewer days tell nothing of how uneven they are; until then they count as more uneven than they look. */
    public static final int DAYS_WANTED = 7;

    /** Nine of ten values are within so many standard deviations. */
    private static final double NINE_OF_TEN = 1.645;

    /** Refuses bounds that are not in order. */
    public Forecast {
        if (spent < 0 || low < spent || likely < low || high < likely) {
            throw new IllegalArgumentException(
                    "not in order: spent " + spent + ", low " + low + ", likely " + likely + ", high " + high);
        }
        if (observed < 1) {
            throw new IllegalArgumentException("observed is less than a day: " + observed);
        }
    }

    /** Whether it rests on too few days to be relied on. */
    public boolean isEarly() {
        return observed < DAYS_WANTED;
    }

    /**
     * Forecasts {@code budget} at {@code now}.
     *
     * @param ledger what was noted of the tenant on today and the {@link #DAYS_OBSERVED} days before; it is observed from the first day on
     *     of which anything was noted
     * @return empty if no whole day has been observed
     */
    public static Optional<Forecast> of(CallBudget budget, Collection<CallDay> ledger, Instant now) {
        LocalDate today = CallDay.of(now);
        LocalDate earliest = today.minusDays(DAYS_OBSERVED);
        Map<LocalDate, Integer> used = ledger.stream()
                .filter(day -> !day.day().isBefore(earliest) && !day.day().isAfter(today))
                .collect(Collectors.toMap(CallDay::day, CallDay::used, Integer::sum));
        return used.keySet().stream()
                .min(LocalDate::compareTo)
                .filter(first -> first.isBefore(today))
                .map(first -> of(
                        budget,
                        first.datesUntil(today)
                                .map(day -> used.getOrDefault(day, 0))
                                .toList(),
                        used.getOrDefault(today, 0),
                        today));
    }

    private static Forecast of(CallBudget budget, List<Integer> days, int today, LocalDate date) {
        int observed = days.size();
        double average = days.stream().mapToInt(Integer::intValue).average().orElseThrow();
        double todayLeft = average > today ? 1 - today / average : 0;
        double daysLeft = budget.month().lengthOfMonth() - date.getDayOfMonth() + todayLeft;
        double likely = budget.used() + daysLeft * average;
        // Days differ from the average, and the average of few days is itself uncertain
        double error = NINE_OF_TEN * unevenness(days, average) * Math.sqrt(daysLeft + daysLeft * daysLeft / observed);
        long guess = Math.round(likely);
        return new Forecast(
                budget.used(),
                Math.min(guess, Math.max(budget.used(), (long) Math.floor(likely - error))),
                guess,
                Math.max(guess, (long) Math.ceil(likely + error)),
                observed);
    }

    /** The standard deviation of a day; of few days at least a share of their average, all of it while there is but one. */
    private static double unevenness(List<Integer> days, double average) {
        int observed = days.size();
        double squares = days.stream()
                .mapToDouble(day -> (day - average) * (day - average))
                .sum();
        double measured = observed > 1 ? Math.sqrt(squares / (observed - 1)) : 0;
        double atLeast = average * Math.max(0, DAYS_WANTED - observed) / (DAYS_WANTED - 1);
        return Math.max(measured, atLeast);
    }
}

package io.larkdesk.core.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * Makes a month's allowance last: as the forecast passes the allowance, reminders become rarer, step by step.
 *
 * @param reserve how many calls are kept back for news of Emergencies; reminders never use them
 * @param longerWindow the least time between two reminders to a person at {@link Step#LONGER_WINDOW}
 * @param hourly the same at {@link Step#HOURLY_DIGEST}
 */
public record BudgetPolicy(int reserve, Duration longerWindow, Duration hourly) {

    /** 300 calls kept back; half an hour, then an hour between reminders. */
    public static final BudgetPolicy DEFAULT = new BudgetPolicy(300, Duration.ofMinutes(30), Duration.ofHours(1));

    /** A month is forecast from no less than this much of it, so that a busy first morning proves nothing. */
    private static final Duration OBSERVED_AT_LEAST = Duration.ofDays(3);

    /** Refuses negative values, and windows that do not grow. */
    public BudgetPolicy {
        if (reserve < 0) {
            throw new IllegalArgumentException("reserve is negative: " + reserve);
        }
        if (longerWindow.isNegative() || longerWindow.compareTo(hourly) > 0) {
            throw new IllegalArgumentException("longerWindow is negative or longer than hourly: " + longerWindow);
        }
    }

    /** How often people are reminded, from as usual to not at all. */
    public enum Step {
        /** Once a window, as the ReminderPolicy says. */
        EVERY_WINDOW,
        /** Once a longer window. */
        LONGER_WINDOW,
        /** One digest an hour. */
        HOURLY_DIGEST,
        /** Not in Lark: mentions are seen in the web app only. */
        WEB_ONLY
    }

    /** Where {@code budget} stands at {@code now}. */
    public Step step(CallBudget budget, Instant now) {
        if (budget.exhausted() || budget.left() <= reserveOf(budget)) {
            return Step.WEB_ONLY;
        }
        double forecast = forecast(budget, now);
        double usable = budget.allowance().calls() - (double) reserveOf(budget);
        if (forecast <= usable) {
            return Step.EVERY_WINDOW;
        }
        return forecast <= 2 * usable ? Step.LONGER_WINDOW : Step.HOURLY_DIGEST;
    }

    /** How many calls reminders may bring a month to. */
    public int usableForReminders(CallBudget budget) {
        return budget.exhausted() ? 0 : budget.allowance().calls() - reserveOf(budget);
    }

    /** The least time between two reminders to a person at {@code step}, if the usual window is {@code window}. */
    public Duration windowAt(Step step, Duration window) {
        Duration stretched =
                switch (step) {
                    case EVERY_WINDOW -> window;
                    case LONGER_WINDOW -> longerWindow;
                    case HOURLY_DIGEST, WEB_ONLY -> hourly;
                };
        return stretched.compareTo(window) < 0 ? window : stretched;
    }

    /** How many calls the month will have had at its end, if it goes on as it went until {@code now}. */
    public double forecast(CallBudget budget, Instant now) {
        Duration month = Duration.between(budget.monthBegan(), budget.monthEnds());
        Duration passed = Duration.between(budget.monthBegan(), now);
        Duration observed = passed.compareTo(OBSERVED_AT_LEAST) < 0 ? OBSERVED_AT_LEAST : passed;
        return budget.used() * Math.max(1.0, (double) month.toMillis() / observed.toMillis());
    }

    /** How many of the month's calls are kept back for news of Emergencies; none where there is no limit. */
    public int reserveOf(CallBudget budget) {
        return budget.allowance().isUnlimited()
                ? 0
                : Math.min(reserve, budget.allowance().calls());
    }
}

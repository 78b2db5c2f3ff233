package io.larkdesk.core.report;

import io.larkdesk.core.tenant.TenantId;
import java.time.YearMonth;
import java.util.Objects;

/**
 * What came of a customer's tickets of a month of UTC, up to now: replies and solutions count for the month in which the ticket was opened.
 *
 * @param tenant whose
 * @param month which
 * @param opened how many tickets were opened
 * @param firstReply how long those that have a reply of the service team waited for the first
 * @param resolution how long those that are resolved or closed took until then
 * @param replyPromises whether the first reply came as soon as was promised
 * @param resolutionPromises the same of the solution
 * @param ratings how they were rated
 * @param emergencies how many Emergencies were declared
 * @param acknowledgement how long those that somebody took on waited for it
 * @param reminders how often somebody pressed Reminder
 */
public record MonthFigures(
        TenantId tenant,
        YearMonth month,
        int opened,
        Spread firstReply,
        Spread resolution,
        Promises replyPromises,
        Promises resolutionPromises,
        Ratings ratings,
        int emergencies,
        Spread acknowledgement,
        int reminders) {

    /** Refuses null, and more of a part than there is of the whole. */
    public MonthFigures {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(ratings, "ratings");
        if (opened < replyPromises.count() || opened < resolutionPromises.count()) {
            throw new IllegalArgumentException("more promises than tickets in " + month + " of " + tenant);
        }
        if (opened < firstReply.count() || opened < resolution.count() || emergencies < acknowledgement.count()) {
            throw new IllegalArgumentException("more than there were in " + month + " of " + tenant);
        }
        if (reminders < 0) {
            throw new IllegalArgumentException("reminders is negative: " + reminders);
        }
    }

    /** A month in which nothing happened. */
    static MonthFigures nothing(TenantId tenant, YearMonth month) {
        return new MonthFigures(
                tenant,
                month,
                0,
                Spread.NOTHING,
                Spread.NOTHING,
                Promises.NONE,
                Promises.NONE,
                Ratings.NONE,
                0,
                Spread.NOTHING,
                0);
    }
}

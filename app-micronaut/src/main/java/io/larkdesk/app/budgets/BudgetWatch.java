package io.larkdesk.app.budgets;

import io.larkdesk.core.budget.FollowBudgets;
import io.larkdesk.core.budgeting.ClaimBudgetNews;
import io.larkdesk.core.notice.TellBudget;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes every minute, on every node, at which steps the budgets stand, and tells of those that are tighter than before. That costs no call. */
@Singleton
final class BudgetWatch {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetWatch.class);
    private static final String NOBODY = "nobody";

    private final FollowBudgets followBudgets;
    private final TellBudget tellBudget;

    BudgetWatch(FollowBudgets followBudgets, TellBudget tellBudget) {
        this.followBudgets = followBudgets;
        this.tellBudget = tellBudget;
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "40s")
    void look() {
        try {
            followBudgets.execute();
            for (Optional<ClaimBudgetNews.News> next = tellBudget.execute();
                    next.isPresent();
                    next = tellBudget.execute()) {
                log(next.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("The budgets could not be looked after; the next try is in a minute", e);
        }
    }

    private static void log(ClaimBudgetNews.News news) {
        LOG.warn(
                "The budget of {} is at {} since {}; who looks after it is {}",
                news.tenant().organisation(),
                news.entry().step(),
                news.entry().firstAt(),
                news.overseer().map(overseer -> overseer.name().value()).orElse(NOBODY));
    }
}

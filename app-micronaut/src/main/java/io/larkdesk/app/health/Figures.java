package io.larkdesk.app.health;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.WatchBudgets;
import io.larkdesk.core.escalation.CountEmergencies;
import io.larkdesk.core.reminder.WatchBacklog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Figures that the database knows; read now and then, so that however often they are asked for, the database is not. */
@Singleton
final class Figures {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private final WatchBacklog watchBacklog;
    private final WatchBudgets watchBudgets;
    private final CountEmergencies countEmergencies;
    private final MultiGauge left;
    private final MultiGauge saved;
    private volatile WatchBacklog.Backlog backlog = new WatchBacklog.Backlog(0, Duration.ZERO);
    private volatile int emergencies;
    private volatile boolean budgetUsedUp;

    Figures(
            WatchBacklog watchBacklog,
            WatchBudgets watchBudgets,
            CountEmergencies countEmergencies,
            MeterRegistry meters,
            Impairments impairments) {
        this.countEmergencies = countEmergencies;
        this.watchBacklog = watchBacklog;
        this.watchBudgets = watchBudgets;
        this.left = MultiGauge.builder("larkdesk.lark.calls.left")
                .description("Counted calls left this month, of tenants with a limit that used any")
                .register(meters);
        this.saved = MultiGauge.builder("larkdesk.lark.calls.saved")
                .description("Calls not needed this month, because mentions were read in time")
                .register(meters);
        Gauge.builder("larkdesk.reminders.overdue", () -> backlog.oldest().toMillis() / 1000.0)
                .description("For how long the oldest due reminder has waited")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("larkdesk.reminders.due", () -> backlog.people())
                .description("People who are due to be looked at for a reminder")
                .register(meters);
        Gauge.builder("larkdesk.emergencies.active", () -> emergencies)
                .description("Emergencies that are not over")
                .register(meters);
        impairments.watch("budget", () -> budgetUsedUp);
    }

    @Scheduled(fixedDelay = "15s", initialDelay = "1s")
    void read() {
        try {
            backlog = watchBacklog.execute();
            emergencies = countEmergencies.execute();
            List<CallBudget> budgets = watchBudgets.execute();
            budgetUsedUp =
                    budgets.stream().anyMatch(budget -> !budget.allowance().isUnlimited() && budget.left() <= 0);
            left.register(
                    budgets.stream()
                            .filter(budget -> !budget.allowance().isUnlimited())
                            .map(budget -> MultiGauge.Row.of(tenant(budget), budget.left()))
                            .toList(),
                    true);
            saved.register(
                    budgets.stream()
                            .map(budget -> MultiGauge.Row.of(tenant(budget), budget.saved()))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.warn("The figures could not be read", e);
        }
    }

    private static Tags tenant(CallBudget budget) {
        return Tags.of("tenant", budget.tenant().toString());
    }
}

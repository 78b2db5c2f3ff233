package io.larkdesk.app.emergencies;

import io.larkdesk.app.work.Gate;
import io.larkdesk.core.escalation.FollowReminders;
import io.larkdesk.core.escalation.WatchEmergencies;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then what is overdue in Emergencies, and what has become of Reminders. */
@Singleton
final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final int REMINDERS_AT_ONCE = 50;

    private final WatchEmergencies watchEmergencies;
    private final FollowReminders followReminders;
    private final Gate gate;
    private volatile int overdueSteps;
    private volatile double overdueSeconds;

    Watchdog(WatchEmergencies watchEmergencies, FollowReminders followReminders, Gate gate, MeterRegistry meters) {
        this.watchEmergencies = watchEmergencies;
        this.followReminders = followReminders;
        this.gate = gate;
        Gauge.builder("larkdesk.emergencies.overdue", () -> overdueSteps)
                .description("Emergencies in which a step should have been taken and was not")
                .register(meters);
        Gauge.builder("larkdesk.emergencies.overdue.oldest", () -> overdueSeconds)
                .description("For how long the oldest overdue step or page has waited")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelay = "15s", initialDelay = "5s")
    void watch() {
        try {
            if (!gate.isOpen()) {
                return;
            }
            WatchEmergencies.Overdue overdue = watchEmergencies.execute();
            overdueSteps = overdue.steps();
            overdueSeconds = overdue.oldest().toMillis() / 1000.0;
            if (!overdue.oldest().equals(Duration.ZERO)) {
                LOG.error("Emergencies wait: {} overdue, the oldest for {}", overdue.steps(), overdue.oldest());
            }
        } catch (RuntimeException e) {
            LOG.warn("The watchdog could not look", e);
        }
    }

    @Scheduled(fixedDelay = "2s", initialDelay = "5s")
    void follow() {
        try {
            int looked = REMINDERS_AT_ONCE;
            while (looked == REMINDERS_AT_ONCE) {
                looked = followReminders.execute(REMINDERS_AT_ONCE);
            }
        } catch (RuntimeException e) {
            LOG.warn("What has become of Reminders could not be looked at", e);
        }
    }
}

package io.larkdesk.app.health;

import io.larkdesk.app.reminders.ReminderWorker;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;

/** Whether this node looks for due reminders, which it does every second. */
@Readiness
@Singleton
final class ReminderIndicator extends WorkerIndicator {

    ReminderIndicator(ReminderWorker worker) {
        super("reminders", worker::idleFor);
    }
}

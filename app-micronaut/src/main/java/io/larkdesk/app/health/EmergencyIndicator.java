package io.larkdesk.app.health;

import io.larkdesk.app.emergencies.EmergencyWorker;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;

/** Whether this node looks for steps and pages that are due, which it does every second. */
@Readiness
@Singleton
final class EmergencyIndicator extends WorkerIndicator {

    EmergencyIndicator(EmergencyWorker worker) {
        super("emergencies", worker::idleFor);
    }
}

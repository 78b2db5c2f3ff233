package io.larkdesk.app.health;

import io.larkdesk.app.emergencies.EmergencyWorker;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Whether this node looks for steps and pages that are due, which it does every second. */
@Readiness
@Singleton
final class EmergencyIndicator implements HealthIndicator {

    private static final Duration STUCK_AFTER = Duration.ofSeconds(30);

    private final EmergencyWorker worker;

    EmergencyIndicator(EmergencyWorker worker) {
        this.worker = worker;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        Duration idle = worker.idleFor();
        HealthStatus status = idle.compareTo(STUCK_AFTER) < 0 ? HealthStatus.UP : HealthStatus.DOWN;
        return Publishers.just(HealthResult.builder("emergencies", status)
                .details(Map.of("lookedSecondsAgo", idle.toSeconds()))
                .build());
    }
}

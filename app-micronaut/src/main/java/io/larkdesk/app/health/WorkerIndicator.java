package io.larkdesk.app.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/** Whether work that is to be looked for every second was looked for lately. */
abstract class WorkerIndicator implements HealthIndicator {

    private static final Duration STUCK_AFTER = Duration.ofSeconds(30);

    private final String name;
    private final Supplier<Duration> idleFor;

    WorkerIndicator(String name, Supplier<Duration> idleFor) {
        this.name = name;
        this.idleFor = idleFor;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        Duration idle = idleFor.get();
        HealthStatus status = idle.compareTo(STUCK_AFTER) < 0 ? HealthStatus.UP : HealthStatus.DOWN;
        return Publishers.just(HealthResult.builder(name, status)
                .details(Map.of("lookedSecondsAgo", idle.toSeconds()))
                .build());
    }
}

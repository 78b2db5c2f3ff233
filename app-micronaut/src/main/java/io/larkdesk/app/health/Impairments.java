package io.larkdesk.app.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.reactivestreams.Publisher;

/**
 * What a node lives with: it serves and is ready, but something is not as it should be, of which operators must know. Told by name in
 * {@code /health}, and as a figure. Thread-safe.
 */
@Singleton
public final class Impairments implements HealthIndicator {

    private final MeterRegistry meters;
    private final Map<String, BooleanSupplier> all = new ConcurrentSkipListMap<>();

    Impairments(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * One more that there may be.
     *
     * @param name one word
     * @param isThere whether it is now; asked often, so it must cost nothing
     */
    public void watch(String name, BooleanSupplier isThere) {
        all.put(name, isThere);
        Gauge.builder("larkdesk.impaired", () -> isThere.getAsBoolean() ? 1 : 0)
                .description("Whether something is not as it should be, by what it is")
                .tag("what", name)
                .register(meters);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        List<String> there = all.entrySet().stream()
                .filter(one -> one.getValue().getAsBoolean())
                .map(Map.Entry::getKey)
                .toList();
        return Publishers.just(HealthResult.builder("impairments", HealthStatus.UP)
                .details(Map.of("what", there))
                .build());
    }
}

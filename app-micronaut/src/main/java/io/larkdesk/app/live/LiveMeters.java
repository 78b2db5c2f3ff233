package io.larkdesk.app.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** Counts what open pages cost, and how fast they hear. */
@Singleton
final class LiveMeters {

    private final MeterRegistry registry;
    private final Timer push;
    private final Counter slow;

    LiveMeters(MeterRegistry registry) {
        this.registry = registry;
        this.push = Timer.builder("larkdesk.live.push")
                .description("from this node's hint that something is new until it is handed on to one connection")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
        this.slow = Counter.builder("larkdesk.live.slow")
                .description("pages that were cut off because they took nothing for too long")
                .register(registry);
    }

    /** Shows how many {@code pages} are open. */
    void watch(Collection<?> pages) {
        registry.gaugeCollectionSize("larkdesk.live.pages", Tags.empty(), pages);
    }

    void pushed(long nanoseconds) {
        push.record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    void cutOff() {
        slow.increment();
    }
}
